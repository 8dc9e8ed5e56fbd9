import { elseExit } from './condition-node.ts';
import { assertNever } from '../outcome/assert-never.ts';
import { doneExit, eachExit } from './loop-node.ts';
import type { FlowNode } from './node.ts';
import { choicesOffered } from './prompt-node.ts';

/** The exits a node has now, in the order in which its card shows them. */
export function nodeExits(node: FlowNode): readonly string[] {
  switch (node.kind) {
    case 'start':
    case 'message':
    case 'set-variables':
    case 'wait':
      return ['next'];
    case 'prompt': {
      const choices = choicesOffered(node.config).map(({ id }) => id);
      return ['next', ...choices, ...(node.config.limit === null ? [] : ['no-answer'])];
    }
    case 'condition':
      return [...node.config.branches.map(({ id }) => id), elseExit];
    case 'api-call':
      return ['success', 'error', ...node.config.exits];
    case 'loop':
      return [eachExit, doneExit];
    case 'end':
    case 'note':
      return [];
    default:
      return assertNever(node);
  }
}

/** Whether a connection may lead to a node: a flow begins at a Start, and a run never comes to a note. */
export function canBeEntered({ kind }: Pick<FlowNode, 'kind'>): boolean {
  return kind !== 'start' && kind !== 'note';
}
