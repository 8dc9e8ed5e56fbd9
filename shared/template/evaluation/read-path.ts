import { valueAtPath } from '../../value/value-at-path.ts';
import type { Value } from '../../value/value.ts';
import type { PathOperand } from '../syntax/template-tree.ts';
import type { TemplateScope } from '../template-scope.ts';
import type { NameScope } from './name-scope.ts';
import { readData } from './read-data.ts';
import type { Locals, Read } from './render-state.ts';

/** How the value at a path is read, settled once so that each rendering only reads. */
export function readPath(path: PathOperand, names: NameScope): Read {
  const { parts, depth } = path;
  const [head, ...rest] = parts;
  if (path.data) return readData(path);
  if (depth > 0) return readOuter(path);
  if (head === undefined) return (state) => (state.frame === null ? state.scope.variables : state.frame.item);
  if (path.scoped) {
    return (state) => valueAtPath(state.frame === null ? state.scope.variables : state.frame.item, parts);
  }
  if (names.locals.has(head)) return (state) => valueAtPath(localValue(state.locals, head), rest);
  return (state) =>
    state.frame === null ? topValue(state.scope, head, rest) : valueAtPath(state.frame.item, parts);
}

/** `../x`: the item of a block further out, or at the top a name like any other. */
function readOuter({ depth, parts, scoped }: PathOperand): Read {
  const [head, ...rest] = parts;
  return (state) => {
    let { frame } = state;
    for (let level = 0; level < depth; level += 1) {
      if (frame === null) return undefined;
      frame = frame.outer;
    }
    if (frame !== null) return valueAtPath(frame.item, parts);
    const { scope } = state;
    return head === undefined || scoped ? valueAtPath(scope.variables, parts) : topValue(scope, head, rest);
  };
}

/**
 * A name at the top: run variables, then the flow's defaults, then the environment. The first part alone picks the
 * layer, also when it holds `null`, so that no value is a mixture of two.
 */
function topValue(scope: TemplateScope, head: string, rest: readonly string[]): Value | undefined {
  const { variables, flowDefaults, environment } = scope;
  if (Object.hasOwn(variables, head)) return valueAtPath(variables[head], rest);
  if (flowDefaults !== undefined && Object.hasOwn(flowDefaults, head))
    return valueAtPath(flowDefaults[head], rest);
  if (environment !== undefined && Object.hasOwn(environment, head))
    return valueAtPath(environment[head], rest);
  return undefined;
}

function localValue(locals: Locals | null, name: string): Value | undefined {
  for (let inner = locals; inner !== null; inner = inner.outer) {
    const index = inner.names.indexOf(name);
    if (index !== -1) return inner.values[index];
  }
  return undefined;
}
