import { elseExit } from './condition-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { FlowNode } from './node.ts';

/** The exits a node has now, in the order in which its card shows them. */
export function nodeExits(node: FlowNode): readonly string[] {
  switch (node.kind) {
    case 'start':
    case 'message':
    case 'set-variables':
    case 'wait':
      return ['next'];
    case 'prompt':
      return node.config.limit === null ? ['next'] : ['next', 'no-answer'];
    case 'condition':
      return [...node.config.branches.map(({ id }) => id), elseExit];
    case 'api-call':
      return ['success', 'error', ...node.config.exits];
    case 'end':
      return [];
    default:
      return assertNever(node);
  }
}
