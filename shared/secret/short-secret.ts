/** Characters from which on a secret is distinctive enough to be searched for (SEMANTICS, Secrets). */
export const searchableSecretLength = 8;

/** Whether a secret can only be masked by position, because a search for it would dot out every view; the form says so. */
export function isShortSecret(value: string): boolean {
  // A character takes two UTF-16 units at most, so longer texts need no counting.
  if (value.length >= searchableSecretLength * 2) return false;
  return Array.from(value).length < searchableSecretLength;
}
