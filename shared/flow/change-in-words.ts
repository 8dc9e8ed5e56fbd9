import type { VariableChange } from '../nodes/set-variables-node.ts';

/** A change of a variable as one line, with its template: `total = {{a}}`, `total += 1`, `items ← {{x}}`, `unset total`. */
export function changeInWords(change: VariableChange): string {
  const [before, template] = partsOfChange(change);
  return before + template;
}

/** The words of a change, and the template that follows them. */
export function partsOfChange({
  variable,
  action,
  value,
}: VariableChange): readonly [words: string, template: string] {
  switch (action) {
    case 'assign':
      return [`${variable} = `, value === '' ? '""' : value];
    case 'append':
      return [`${variable} ← `, value === '' ? '""' : value];
    case 'increment':
      return [`${variable} += `, value.trim() === '' ? '1' : value];
    case 'unset':
      return [`unset ${variable}`, ''];
  }
}
