import { maskText } from '../request/masked-request.ts';

/**
 * A secret value on its way through the main process. Printing it in any way gives the mask, so that a stray log line,
 * an error message, a snapshot or an event cannot carry it; only `reveal` gives the text, which makes every use findable.
 */
export class SecretText {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself: for the request that is about to be sent, for encryption, and for the scrubber. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return maskText;
  }

  toJSON(): string {
    return maskText;
  }

  [Symbol.toPrimitive](): string {
    return maskText;
  }

  /** What `console.log` and `util.inspect` of Node show. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `SecretText(${maskText})`;
  }
}
