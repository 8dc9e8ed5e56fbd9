import type { VariableChange } from '../nodes/set-variables-node.ts';
import { templateParts } from '../template/template-parts.ts';

/** What a change stores, as far as that can be told without a run; `null` where one expression alone decides. */
export function storedByChange({ action, value }: VariableChange): 'text' | 'number' | 'list' | null {
  if (action === 'append') return 'list';
  if (action === 'increment') return 'number';
  return storedByTemplate(value);
}

/** What a template that keeps the type of a sole expression stores; `null` where that expression decides. */
export function storedByTemplate(template: string): 'text' | null {
  return isSoleExpression(template) ? null : 'text';
}

// A block gives text; a comment gives nothing and leaves an expression alone.
function isSoleExpression(template: string): boolean {
  const [only, ...others] = templateParts(template).filter(({ kind }) => kind !== 'comment');
  return others.length === 0 && only?.kind === 'expression';
}
