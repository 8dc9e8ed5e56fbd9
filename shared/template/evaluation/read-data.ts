import { valueAtPath } from '../../value/value-at-path.ts';
import type { Value } from '../../value/value.ts';
import type { PathOperand } from '../syntax/template-tree.ts';
import type { TemplateScope } from '../template-scope.ts';
import { loopHeads } from './name-scope.ts';
import type { Loop, Read } from './render-state.ts';

/** How the value of an `@` name is read: the loop's own names inside `each`, else the system's. */
export function readData({ parts, depth }: PathOperand): Read {
  const [head = '', ...rest] = parts;
  const system = systemReaders.get(head) ?? ((scope: TemplateScope) => extraValue(scope, head));
  if (!loopHeads.has(head) && depth === 0) return (state) => valueAtPath(system(state.scope), rest);
  return (state) => {
    let { loop } = state;
    for (let level = 0; level < depth; level += 1) {
      if (loop === null) return undefined;
      loop = loop.outer;
    }
    const own = loop === null ? undefined : loopValue(loop, head);
    return valueAtPath(own ?? system(state.scope), rest);
  };
}

function loopValue(loop: Loop, head: string): Value | undefined {
  switch (head) {
    case 'index':
      return loop.index;
    case 'key':
      return loop.key;
    case 'first':
      return loop.first;
    case 'last':
      return loop.last;
    default:
      return undefined;
  }
}

const systemReaders: ReadonlyMap<string, (scope: TemplateScope) => Value | undefined> = new Map<
  string,
  (scope: TemplateScope) => Value | undefined
>([
  ['root', (scope) => scope.variables],
  ['env', (scope) => scope.environment],
  ['now', (scope) => scope.system.now],
  ['today', (scope) => scope.system.now.slice(0, 'YYYY-MM-DD'.length)],
  ['uuid', (scope) => scope.system.uuid()],
  ['request', (scope) => scope.system.request],
  ['flow', (scope) => scope.system.flow],
  ['run', (scope) => runNames(scope)],
]);

function runNames({ system: { run } }: TemplateScope): Value | undefined {
  return run === undefined ? undefined : { id: run.id, started_at: run.startedAt };
}

function extraValue({ system: { extra } }: TemplateScope, head: string): Value | undefined {
  return extra !== undefined && Object.hasOwn(extra, head) ? extra[head] : undefined;
}
