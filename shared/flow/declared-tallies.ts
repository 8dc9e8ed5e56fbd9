import { storedType } from '../nodes/answer-types.ts';
import { loopVariables } from '../nodes/loop-node.ts';
import type { FlowNode } from '../nodes/node.ts';
import { enabledChanges, type VariableChange } from '../nodes/set-variables-node.ts';
import type { FlowInput } from '../nodes/start-node.ts';
import { responseTally } from '../response/response-tally.ts';
import { tallyValues } from '../value/tally-values.ts';
import { declaredTally, type ValueTally } from '../value/value-tally.ts';
import { plainDefault } from './plain-default.ts';
import { storedByChange } from './stored-by-change.ts';
import { isVariableName } from './variable-name.ts';

/** What a node says by itself of the values that it stores, by variable: before any run, and beside what runs have seen. */
export function declaredTallies(node: FlowNode): readonly (readonly [string, ValueTally])[] {
  switch (node.kind) {
    case 'start':
      return node.config.inputs
        .filter(({ name }) => isVariableName(name))
        .map((input) => [input.name, tallyOfInput(input)] as const);
    case 'prompt':
      return [[node.config.variable, declaredTally([storedType(node.config.answerType)])]];
    case 'set-variables':
      return enabledChanges(node.config)
        .filter(({ action, variable }) => action !== 'unset' && isVariableName(variable))
        .map((change) => [change.variable, tallyOfChange(change)] as const);
    case 'api-call':
      return [[node.config.responseVariable, responseTally(node.config)]];
    case 'loop':
      return loopVariables(node.config).map(
        (name, at) => [name, declaredTally(at === 0 ? [] : ['number'])] as const,
      );
    case 'message':
    case 'condition':
    case 'wait':
    case 'end':
    case 'note':
      return [];
  }
}

function tallyOfChange(change: VariableChange): ValueTally {
  const stored = storedByChange(change);
  return declaredTally(stored === null ? [] : [stored]);
}

/** A default without expressions is a sample; that of JSON may have any shape. */
function tallyOfInput(input: FlowInput): ValueTally {
  const read = plainDefault(input);
  if (read?.ok === true) return tallyValues([read.value]);
  return declaredTally(input.type === 'json' ? [] : [input.type]);
}
