/**
 * What the secret of an environment is bound to: the origins that somebody has let it go to, as one text. An environment has
 * no address of its own, so nothing is confirmed when the secret is entered (ADR 0019).
 */
export function confirmedOrigins(origins: readonly string[]): string {
  return JSON.stringify([...new Set(origins)].sort());
}

/** The origins of {@link confirmedOrigins}; none where the text is something else. */
export function originsIn(bound: string): readonly string[] {
  try {
    const origins: unknown = JSON.parse(bound);
    return Array.isArray(origins) ? origins.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
