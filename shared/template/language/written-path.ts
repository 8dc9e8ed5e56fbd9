/** A path as it is written, finished or not: `../order.body.[odd key].`. */
export interface WrittenPath {
  /** Begins with `@`. */
  readonly data: boolean;
  /** How many `../` it begins with. */
  readonly depth: number;
  /** Begins with `this`, `.` or `./`. */
  readonly scoped: boolean;
  /** Its keys in order without brackets; a path that ends with a dot ends with an empty key. */
  readonly keys: readonly WrittenKey[];
}

/** A key of a path and where it is written, brackets included; UTF-16 offsets in the path. */
export interface WrittenKey {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const outwards = /^\.\.(?:\/|$)/;
const itself = /^(?:this(?=[./]|$)|\.(?=\/|$))[./]?/;
const keyAt = /\[((?:\\\]|[^\]])*)\]?|[^./[]+/y;

/** Reads a path so far as it goes; it never fails. */
export function writtenPath(text: string): WrittenPath {
  const data = text.startsWith('@');
  let at = data ? 1 : 0;
  let depth = 0;
  for (let out = outwards.exec(text.slice(at)); out !== null; out = outwards.exec(text.slice(at))) {
    depth += 1;
    at += out[0].length;
  }
  const own = itself.exec(text.slice(at))?.[0] ?? '';
  return { data, depth, scoped: own !== '', keys: keysFrom(text, at + own.length) };
}

function keysFrom(text: string, from: number): readonly WrittenKey[] {
  const keys: WrittenKey[] = [];
  let at = from;
  while (at < text.length) {
    keyAt.lastIndex = at;
    const [found = '', bracketed] = keyAt.exec(text) ?? [];
    keys.push({ key: bracketed?.replace(/\\([\\\]])/g, '$1') ?? found, start: at, end: at + found.length });
    at += found.length;
    // A stray character between keys counts as a separator, so that the loop always goes on.
    at += 1;
    if (at === text.length && /[./]/.test(text.charAt(at - 1))) keys.push({ key: '', start: at, end: at });
  }
  return keys;
}
