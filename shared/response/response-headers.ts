import { setOwnValue } from '../value/set-own-value.ts';

/** Response headers by lower-case name; `set-cookie` is always a list, everything else one text. */
export type ResponseHeaders = { readonly [name: string]: string | readonly string[] };

/**
 * The `headers` of a response variable from the raw list: names in lower case, a repeated header joined by `, ` in the
 * order it came, `set-cookie` always a list because its dates hold commas.
 *
 * @param raw name and value in turn, as they came (Node's `rawHeaders`; its `headers` drops repeats of many names)
 */
export function responseHeaders(raw: readonly string[]): ResponseHeaders {
  const collected = new Map<string, string[]>();
  for (const [name, value] of headerPairs(raw)) {
    const values = collected.get(name.toLowerCase());
    if (values === undefined) collected.set(name.toLowerCase(), [value]);
    else values.push(value);
  }
  const headers: Record<string, string | readonly string[]> = {};
  for (const [name, values] of collected)
    setOwnValue(headers, name, name === 'set-cookie' ? values : values.join(', '));
  return headers;
}

/** Every value of a header in the order they came; its name in lower case. */
export function headerValues(raw: readonly string[], name: string): readonly string[] {
  return headerPairs(raw)
    .filter(([found]) => found.toLowerCase() === name)
    .map(([, value]) => value);
}

/** The raw list as pairs of name and value. */
export function headerPairs(raw: readonly string[]): (readonly [name: string, value: string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2)
    pairs.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return pairs;
}
