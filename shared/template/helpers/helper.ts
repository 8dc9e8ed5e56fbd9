import type { Value, ValueObject } from '../../value/value.ts';

/** A function that templates may call: pure, from values to a value. */
export interface Helper {
  readonly name: string;
  readonly group: HelperGroup;
  readonly parameters: readonly HelperParameter[];
  /** Names of what may follow the parameters as `name=value`. */
  readonly options?: readonly string[];
  /** One sentence for completion, hover and the guide. */
  readonly description: string;
  /** Shown as they are and run by the tests; at least one. */
  readonly examples: readonly HelperExample[];
  /** Which parameters may be unknown without a warning, because asking for them is the helper's purpose. */
  readonly asks?: 'all' | 'first';
  /**
   * Unknown values come as `null`. `undefined` means that the result is unknown, as a lookup that finds nothing.
   * Throws a `HelperRefusal` for values that it cannot take.
   */
  readonly run: (values: readonly Value[], call: HelperCall) => Value | undefined;
}

/** The headings under which helpers are listed. */
export type HelperGroup =
  'Comparison and logic' | 'Text' | 'Patterns' | 'Numbers' | 'Lists and objects' | 'Dates' | 'Encoding';

export interface HelperParameter {
  readonly name: string;
  readonly optional?: boolean;
  /** Takes any number of further values; only the last parameter may. */
  readonly rest?: boolean;
}

export interface HelperExample {
  /** A template for a text field. */
  readonly template: string;
  readonly variables?: ValueObject;
  readonly output: string;
}

/** Whether a helper asks for what it is given at a place, so that nothing is wrong where that is unknown. */
export function mayAsk({ asks }: Helper, index: number): boolean {
  return asks === 'all' || (asks === 'first' && index === 0);
}

/** What a helper may use of the rendering that calls it. */
export interface HelperCall {
  option(name: string): Value | undefined;
  /** Reports work that grows with the values, in steps of about a microsecond or less. */
  spend(steps: number): void;
  /** Stops a result of so many UTF-16 units before it is made, if no template may be that long. */
  refuseLength(length: number): void;
}

/** Thrown by a helper that cannot take its values. The words name kinds of values and never quote one. */
export class HelperRefusal extends Error {
  readonly expected: string;
  readonly found: string;
  readonly sentence: string | undefined;

  /** @param sentence says it better than "takes … values and has …" */
  constructor(expected: string, found: string, sentence?: string) {
    super(`expected ${expected}, found ${found}`);
    this.name = 'HelperRefusal';
    this.expected = expected;
    this.found = found;
    this.sentence = sentence;
  }
}

/** How a helper is called: `substring text start [end]`. */
export function helperSignature(helper: Helper): string {
  const parameters = helper.parameters.map(({ name, optional, rest }) => {
    const shown = rest === true ? `${name} …` : name;
    return optional === true ? `[${shown}]` : shown;
  });
  const options = (helper.options ?? []).map((option) => `[${option}=…]`);
  return [helper.name, ...parameters, ...options].join(' ');
}
