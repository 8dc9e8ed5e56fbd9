/** What came of one expectation. */
export interface ExpectationResult {
  /** Its place among the expectations of the scenario; `null` for what every run has to keep to. */
  readonly at: number | null;
  /** What was to be, in a sentence without an end. */
  readonly title: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly actual: string;
  /** The number of the first event by which it failed; `null` where it passed, or where no event shows it. */
  readonly seq: number | null;
}

/** A result before its place is known. */
export type Judgement = Omit<ExpectationResult, 'at'>;

/** An expectation that was met. */
export function met(title: string, expected: string, actual: string): Judgement {
  return { title, passed: true, expected, actual, seq: null };
}

/** An expectation that was not. */
export function unmet(title: string, expected: string, actual: string, seq: number | null): Judgement {
  return { title, passed: false, expected, actual, seq };
}
