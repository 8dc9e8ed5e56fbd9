import { conditionWords } from '../condition/rule-words.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { FlowNode } from '../nodes/node.ts';

/** What a node does in one line, as templates: an API Call's path and variable, a message's text. Empty where nothing is set. */
export function nodeSummary(node: FlowNode): string {
  switch (node.kind) {
    case 'start':
      return node.config.inputs.map((input) => input.name).join(', ');
    case 'message':
      return node.config.text;
    case 'prompt':
      return `${node.config.answerType} → ${node.config.variable}`;
    case 'condition':
      return conditionWords(node.config.branches);
    case 'api-call':
      return `${node.config.method} ${node.config.path} → ${node.config.responseVariable}`;
    case 'end':
      return node.config.result;
    default:
      return assertNever(node);
  }
}
