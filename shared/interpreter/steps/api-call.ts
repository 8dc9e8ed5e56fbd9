import { isVariableName } from '../../flow/variable-name.ts';
import type { ApiCallConfig } from '../../nodes/api-call-node.ts';
import type { CallResultStatus } from '../../response/response-variable.ts';
import { failAt, type NodeStep } from './node-step.ts';

/** Wants a request sent, and stores what came of it as the response variable. */
export const apiCallStep: NodeStep<'api-call'> = {
  enter(node, turn) {
    const { responseVariable } = node.config;
    // Before anything is sent: what was answered to a request that changes something must not be lost.
    if (!isVariableName(responseVariable))
      return failAt(
        node,
        `The response cannot be stored under "${responseVariable}", which is no variable name.`,
      );
    const { counters } = turn.state;
    const call = counters.calls + 1;
    turn.change({ counters: { ...counters, calls: call } });
    turn.want({ type: 'perform-call', call, nodeId: node.id, at: turn.now, random: turn.random.fork() });
    return { then: 'wait', waiting: { for: 'call', call } };
  },

  resume(node, turn, input) {
    if (input.type !== 'call-result') throw new Error('An API Call waits for its result.');
    turn.setPlainVariable(node.config.responseVariable, input.response);
    return {
      then: 'leave',
      exits: callExits(node.config, input.status, input.statusCode),
      trouble: input.status !== 'success',
      lastly: node.config.continueOnError && input.status !== 'success' ? 'success' : null,
    };
  },
};

/** The exits of an API Call that fit a result, the most specific first: `404`, `4xx`, `error`. */
export function callExits(
  config: Pick<ApiCallConfig, 'exits'>,
  status: CallResultStatus,
  statusCode: number | null,
): readonly [string, ...string[]] {
  const code = statusCode === null ? [] : [String(statusCode), `${String(statusCode).charAt(0)}xx`];
  const specific = [...code, status].filter((exit) => config.exits.includes(exit));
  const widest = status === 'success' ? 'success' : 'error';
  const [first = widest, ...rest] = specific;
  return specific.length === 0 ? [widest] : [first, ...rest, widest];
}
