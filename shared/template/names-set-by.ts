import { pathFromTop, type NameScope } from './evaluation/name-scope.ts';
import type { CallOperand, Operand } from './syntax/template-tree.ts';

/** The names that are set for certain where a condition counts as true, and where it does not. */
export interface NamesSetByCondition {
  readonly whenTrue: readonly string[];
  readonly whenFalse: readonly string[];
}

/** What a condition of a block says about the names in it: what counts as true has a value. */
export function namesSetBy(condition: Operand | undefined, scope: NameScope): NamesSetByCondition {
  switch (condition?.kind) {
    case undefined:
    case 'literal':
      return none;
    case 'path': {
      const name = pathFromTop(condition, scope)?.[0];
      return name === undefined ? none : { whenTrue: [name], whenFalse: [] };
    }
    case 'call':
      return namesSetByCall(condition, scope);
  }
}

const none: NamesSetByCondition = { whenTrue: [], whenFalse: [] };

function namesSetByCall({ name, params }: CallOperand, scope: NameScope): NamesSetByCondition {
  const each = params.map((param) => namesSetBy(param, scope));
  switch (name) {
    case 'and':
      return { whenTrue: each.flatMap(({ whenTrue }) => whenTrue), whenFalse: [] };
    case 'or':
      return { whenTrue: [], whenFalse: each.flatMap(({ whenFalse }) => whenFalse) };
    case 'not':
      return { whenTrue: each[0]?.whenFalse ?? [], whenFalse: each[0]?.whenTrue ?? [] };
    default:
      return none;
  }
}
