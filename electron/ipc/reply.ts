/**
 * What crosses the boundary in answer to a call: the channel's output, or a sentence about a defect.
 *
 * A thrown error would do the same, but Electron writes the channel and the error's own text into it, and its text may
 * hold what the page must not see.
 */
export type Reply = { readonly value: unknown } | { readonly error: string };

/** The sentence that the page shows for a defect; the log has the rest under the same number. */
export function defectSentence(errorId: string): string {
  return `Something went wrong inside Flowbench; the log says more under the number ${errorId}.`;
}
