/**
 * One step of a path as templates write it after a dot: a name as it is, any other key in brackets.
 *
 * `null` for a key that the parser reads in no brackets: with a line break in it, or with a backslash at its end, which
 * would take the closing bracket away.
 */
export function pathStep(key: string): string | null {
  if (/[\n\r\u2028\u2029]|\\$/.test(key)) return null;
  if (/^[A-Za-z_]\w*$/.test(key) && key !== 'this') return key;
  return `[${key.replace(/[\\\]]/g, '\\$&')}]`;
}

/** A path as templates write it; for people also where no template can, with its line breaks escaped. */
export function pathText([name = '', ...keys]: readonly string[]): string {
  const steps = keys.map((key) => pathStep(key) ?? `[${JSON.stringify(key).slice(1, -1)}]`);
  return [name, ...steps].join('.');
}

/**
 * The expression that reads the value at a path, whatever its keys are; `null` where there is none.
 *
 * @param path the name first: a variable, or a system name with its `@`
 * @example expressionOf(['order', 'body', 'items', '0', 'odd key']) // '{{order.body.items.[0].[odd key]}}'
 */
export function expressionOf(path: readonly string[]): string | null {
  const [name = '', ...keys] = path;
  const odd = keys.findIndex((key) => pathStep(key) === null);
  if (odd === -1) return `{{${pathText(path)}}}`;
  // A helper gives a value and no place to go on from: what follows the odd key is looked up as well.
  const found = keys.slice(odd).reduce<string | null>(
    (inside, key) => {
      const literal = textLiteral(key);
      return inside === null || literal === null ? null : `(lookup ${inside} ${literal})`;
    },
    pathText([name, ...keys.slice(0, odd)]),
  );
  return found === null ? null : `{{${found.slice(1, -1)}}}`;
}

/** A text between quotes that it has none of; a backslash at its end would take the closing one away. */
function textLiteral(text: string): string | null {
  if (text.endsWith('\\')) return null;
  if (!text.includes('"')) return `"${text}"`;
  return text.includes("'") ? null : `'${text}'`;
}
