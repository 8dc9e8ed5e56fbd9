import type { TemplateScope } from '../template/template-scope.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Program } from './program.ts';
import type { RunClock, RunState } from './run-state.ts';

/**
 * What the templates of the node at hand can read (SEMANTICS, Templates, Names).
 *
 * @param uuid gives `@uuid`; the caller keeps its draws
 */
export function runScope(
  program: Program,
  graph: FlowGraph,
  state: Pick<RunState, 'runId' | 'variables'>,
  clock: RunClock,
  uuid: () => string,
): TemplateScope {
  const { flow } = graph;
  return {
    variables: program.readVariables(state.variables),
    ...(program.environment === null ? {} : { environment: program.environment.values }),
    strict: flow.strict,
    system: {
      ...program.names,
      now: clock.now,
      uuid,
      flow: { id: flow.id, name: flow.name },
      run: { id: state.runId, startedAt: clock.startedAt },
    },
  };
}
