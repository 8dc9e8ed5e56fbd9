import type { TemplateScope } from '../template/template-scope.ts';
import type { ValueOrigin } from './masked-request.ts';

/** Says of every name that an expression read what the name stands for. */
export function valueOrigins(names: readonly string[], scope: TemplateScope): readonly ValueOrigin[] {
  return names.map((name) => ({ name, kind: kindOf(name, scope) }));
}

function kindOf(name: string, scope: TemplateScope): ValueOrigin['kind'] {
  if (name.startsWith('@')) return /^@env\b/.test(name) ? 'environment' : 'system';
  const { environment = {}, flowDefaults = {}, variables } = scope;
  const [first = name] = name.split('.');
  if (Object.hasOwn(variables, first)) return 'variable';
  if (Object.hasOwn(flowDefaults, first)) return 'default';
  return Object.hasOwn(environment, first) ? 'environment' : 'unknown';
}
