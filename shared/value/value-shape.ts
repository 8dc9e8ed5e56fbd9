import type { ValueKind } from './value-kinds.ts';

/** What the values that came under one path look like, merged from samples. */
export interface ValueShape {
  /** The kinds that were seen, the most frequent first; empty where nothing was. */
  readonly kinds: readonly ValueKind[];
  /** How many of the values around it had it: less than `of` for a key that some objects lack. */
  readonly seen: number;
  readonly of: number;
  /** One text, number, boolean or `null` that was seen, as JSON of at most 80 units; `null` where all were lists or objects. */
  readonly sample: string | null;
  /** What stood under the keys of objects, in the order in which they came. */
  readonly keys: ReadonlyMap<string, ValueShape>;
  /** What the items of lists have in common; `null` where no list had any. */
  readonly items: ValueShape | null;
}
