/**
 * A handler whose exceptions go to `onDefect`. Thrown into the event loop they would end the process, and the call they
 * belong to would never end.
 */
export function guarded<Args extends readonly unknown[]>(
  handler: (...args: Args) => void,
  onDefect: (error: unknown) => void,
): (...args: Args) => void {
  return (...args) => {
    try {
      handler(...args);
    } catch (error) {
      onDefect(error);
    }
  };
}
