import { conditionWords } from '../condition/rule-words.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { FlowNode } from '../nodes/node.ts';
import { loopVariables } from '../nodes/loop-node.ts';
import { enabledChanges } from '../nodes/set-variables-node.ts';
import { noteTitle } from '../nodes/note-node.ts';
import { changeInWords } from './change-in-words.ts';
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
    case 'condition':
      return conditionWords(node.config.branches);
    case 'set-variables':
      return enabledChanges(node.config).map(changeInWords).join(' · ');
    case 'api-call':
      return `${node.config.method} ${node.config.path} → ${node.config.responseVariable}`;
    case 'loop':
      return `${node.config.list} → ${loopVariables(node.config).join(', ')}`;
    case 'wait':
      return `${node.config.amount} ${node.config.unit}`;
    case 'end':
      return node.config.result;
    case 'note':
      return noteTitle(node);
    default:
      return assertNever(node);
  }
}
