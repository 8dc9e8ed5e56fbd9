/**
 * A number kept as the text it was written in, because a double cannot hold it or would not print it again
 * (`12345678901234567890`, `1.10`, `1E5`). Never made for a number that `String(Number(text))` gives back unchanged.
 */
export class ExactNumber {
  /** The source text, a valid JSON number. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}
