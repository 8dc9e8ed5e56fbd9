import { isVariableName } from '../../flow/variable-name.ts';
import { nodeTexts, withNodeTexts, type NodeText } from '../../flow/node-texts.ts';
import { withChangedNode } from '../../flow/edit-flow.ts';
import type { FlowNode, NodeKind } from '../../nodes/node.ts';
import { flowFix } from '../flow-fix.ts';
import { freeVariableName, variableNameFrom } from '../free-variable-name.ts';
import type { Found, LintRule } from '../lint-rule.ts';
import { namesInFlow } from '../renamed-part.ts';

/** Names under which nothing can be stored. */
export const variableNameInvalid: LintRule = {
  id: 'variable-name-invalid',
  severity: 'error',
  why: 'A node that has to store under such a name ends the run as failed, and templates cannot read it.',
  doc: 'Told for the name of an input, an answer, a change or a response that is empty or no name: a name is letters, digits and `_`, begins with a letter or `_`, and is none of `this`, `true`, `false` and `null`.',
  checks: {
    node: (node) =>
      nodeTexts(node)
        .filter(({ kind, text, off }) => kind !== 'template' && !off && !isVariableName(text))
        .map((text) => found(node, text)),
  },
};

const usual: Readonly<Partial<Record<NodeKind, string>>> = {
  start: 'input',
  prompt: 'answer',
  'set-variables': 'value',
  'api-call': 'response',
  loop: 'item',
};

function found(node: FlowNode, { text, field, row, tab }: NodeText): Found {
  const name = variableNameFrom(text, usual[node.kind] ?? 'value');
  return {
    message:
      text === ''
        ? 'The name of the variable is empty, so nothing can be stored.'
        : `"${text}" is no variable name: it is letters, digits and _, and begins with a letter or _.`,
    at: { field, row, tab },
    fixes: [
      flowFix(`Call it ${name}`, (flow) => {
        const free = freeVariableName(name, namesInFlow(flow));
        return withChangedNode(flow, node.id, (now) =>
          withNodeTexts(now, (each, place) =>
            each === text &&
            place.kind !== 'template' &&
            place.field === field &&
            place.row?.number === row?.number
              ? free
              : each,
          ),
        );
      }),
    ],
  };
}
