import type { ConditionBranch } from './condition-node.ts';
import { nodeExits } from './node-exits.ts';
import type { FlowNode } from './node.ts';
import { choicesOffered, type PromptChoice } from './prompt-node.ts';

/** What an exit is called in the window: itself, and that of a branch or of a choice as the branch or the choice. */
export function exitName(node: FlowNode | undefined, exit: string): string {
  switch (node?.kind) {
    case 'prompt': {
      const choices = choicesOffered(node.config);
      const at = choices.findIndex(({ id }) => id === exit);
      const choice = choices[at];
      return choice === undefined ? exit : choiceName(choice, at);
    }
    case 'condition': {
      const at = node.config.branches.findIndex(({ id }) => id === exit);
      return branchName(node.config.branches[at], at) ?? exit;
    }
    default:
      return exit;
  }
}

/** What an exit is called that one of the nodes has; nothing where none has it: the id of a branch says nobody anything. */
export function exitNameAmong(nodes: readonly FlowNode[], exit: string): string {
  const node = nodes.find((each) => nodeExits(each).includes(exit));
  return node === undefined ? '' : exitName(node, exit);
}

/** The name of a branch; one without is called by its place. */
export function branchName(branch: Pick<ConditionBranch, 'name'> | undefined, at: number): string | null {
  if (branch === undefined) return null;
  return branch.name.trim() === '' ? `Branch ${String(at + 1)}` : branch.name;
}

/** A choice by its label, else by its value, else by its place. */
export function choiceName({ label, value }: Pick<PromptChoice, 'label' | 'value'>, at: number): string {
  return [label, value].find((text) => text.trim() !== '') ?? `Choice ${String(at + 1)}`;
}
