import type { ExactNumber } from './exact-number.ts';

/** What a variable can hold: a JSON value whose numbers keep every digit (FORMATS, Values). */
export type Value = null | boolean | number | string | ExactNumber | readonly Value[] | ValueObject;

/** An object of values. Built without a prototype or with own properties only, so that `__proto__` is data. */
export interface ValueObject {
  readonly [key: string]: Value;
}
