import { assertNever } from '../outcome/assert-never.ts';
import type { FlowNode } from '../nodes/node.ts';
import { answerWords } from '../nodes/prompt-node.ts';

/** What a node does in one line, as templates: an API Call's path and variable, a message's text. Empty where nothing is set. */
export function nodeSummary(node: FlowNode): string {
  switch (node.kind) {
    case 'start':
      return node.config.inputs.map((input) => input.name).join(', ');
    case 'message':
      return node.config.text;
    case 'prompt':
      return `${answerWords(node.config)} → ${node.config.variable}`;
    case 'api-call':
      return `${node.config.method} ${node.config.path} → ${node.config.responseVariable}`;
    case 'end':
      return node.config.result;
    default:
      return assertNever(node);
  }
}
