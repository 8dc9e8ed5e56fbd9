import type { ValuePreview } from '#shared/run-events/value-preview.ts';
import type { Scrubber } from '#shared/secret/scrubber.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { setOwnValue } from '#shared/value/set-own-value.ts';
import { tallyValues } from '#shared/value/tally-values.ts';
import { isValueList, kindOfValue } from '#shared/value/value-kinds.ts';
import type { Value } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';

/** UTF-8 bytes of JSON that a preview may have. */
export const previewBytes = 64 * 1024;

/** What a list or an object ends with where items were left out, and a text where its end was. */
const more = '…';

/**
 * What may be seen of a value: JSON of at most 64 kB, or of fewer bytes, that can be read like any other, scrubbed of secrets. Of a larger
 * value it has the beginning, and what the whole of it looks like.
 */
export function previewValue(
  value: Value,
  scrubber: Pick<Scrubber, 'scrub'>,
  mostBytes = previewBytes,
): ValuePreview {
  const sampler = new Sampler(scrubber.scrub, mostBytes);
  const json = writeJson(sampler.sample(value));
  const preview = { type: kindOfValue(value), json, truncated: sampler.truncated };
  // What is shorter on purpose is to be read and not to be walked through.
  const isWhole = !sampler.truncated || mostBytes < previewBytes;
  return isWhole ? preview : { ...preview, tally: tallyValues([value], scrubber.scrub) };
}

/** Takes the beginning of a value, as much of it as fits. */
class Sampler {
  truncated = false;
  readonly #scrub: (text: string) => string;
  #leftBytes: number;

  constructor(scrub: (text: string) => string, mostBytes: number) {
    this.#scrub = scrub;
    this.#leftBytes = mostBytes - 64;
  }

  sample(value: Value): Value {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value !== 'object' || value === null || value instanceof ExactNumber)
      return this.#plain(value);
    this.#leftBytes -= 2;
    return isValueList(value) ? this.#list(value) : this.#object(value);
  }

  #plain(value: null | boolean | number | ExactNumber): Value {
    const written = writeJson(value);
    // A secret of digits is a number to some servers; and a number of a million digits is cut like the text it is.
    const isText = written.length > this.#leftBytes || this.#scrub(written) !== written;
    if (isText) return this.#text(written);
    this.#leftBytes -= written.length;
    return value;
  }

  /** Scrubbed before it is cut: a secret that lies across the cut could not be recognised behind it. */
  #text(text: string): string {
    const clean = this.#scrub(text);
    const bytes = jsonBytes(clean);
    if (bytes <= this.#leftBytes) {
      this.#leftBytes -= bytes;
      return clean;
    }
    this.truncated = true;
    const start = fittingStart(clean, this.#leftBytes);
    this.#leftBytes = 0;
    return start + more;
  }

  #list(list: readonly Value[]): Value {
    const items: Value[] = [];
    for (const item of list) {
      if (this.#isFull()) return [...items, more];
      this.#leftBytes -= 1;
      items.push(this.sample(item));
    }
    return items;
  }

  #object(object: { readonly [key: string]: Value }): Value {
    const members: Record<string, Value> = {};
    for (const key of Object.keys(object)) {
      if (this.#isFull()) {
        setOwnValue(members, more, more);
        return members;
      }
      this.#leftBytes -= 2;
      setOwnValue(members, freeKey(members, this.#text(key)), this.sample(object[key] ?? null));
    }
    return members;
  }

  #isFull(): boolean {
    if (this.#leftBytes > 0) return false;
    this.truncated = true;
    return true;
  }
}

/** Keys that differ only in what is not shown of them must not become one. */
function freeKey(members: Readonly<Record<string, Value>>, key: string): string {
  let free = key;
  for (let count = 2; Object.hasOwn(members, free); count += 1) free = `${key} (${String(count)})`;
  return free;
}

function jsonBytes(text: string): number {
  // Longer texts need no count: they are too long whatever stands in them.
  return text.length > previewBytes ? text.length : Buffer.byteLength(JSON.stringify(text));
}

/** The longest beginning that fits; found by halving, because escapes and UTF-8 make characters differ in size. */
function fittingStart(text: string, bytes: number): string {
  let fits = 0;
  let tooLong = Math.min(text.length, bytes) + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (Buffer.byteLength(JSON.stringify(text.slice(0, middle))) <= bytes) fits = middle;
    else tooLong = middle;
  }
  // Half of a character would be written as an escape that means nothing.
  return /[\uD800-\uDBFF]$/.test(text.slice(0, fits)) ? text.slice(0, fits - 1) : text.slice(0, fits);
}
