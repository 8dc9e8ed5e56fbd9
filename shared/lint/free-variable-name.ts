import { isVariableName } from '../flow/variable-name.ts';

/** A name like the one wanted that no other variable has: `order`, then `order_2`. */
export function freeVariableName(wanted: string, taken: ReadonlySet<string>): string {
  const stem = wanted.replace(/_\d+$/, '');
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${stem}_${String(count)}`;
  return name;
}

/** The variable name that is nearest to a text: `order id` gives `order_id`; the other one where nothing of it can be used. */
export function variableNameFrom(text: string, otherwise: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const begun = /^\d/.test(name) ? `_${name}` : name;
  return isVariableName(begun) ? begun : otherwise;
}
