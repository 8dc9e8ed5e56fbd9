/** What one template may cost (SEMANTICS, Templates); past a limit it is stopped and says which. */
export const templateLimits = {
  /** UTF-8 bytes of the source. */
  sourceBytes: 256 * 1024,
  /** Rounds of all its blocks added up. */
  rounds: 100_000,
  /** UTF-8 bytes of the rendered text. */
  outputBytes: 10 * 1024 * 1024,
  timeMs: 250,
  /** Stands in for the time where no clock was passed in: about as much as a slow machine does in that time. */
  stepsWithoutClock: 2_000_000,
} as const;
