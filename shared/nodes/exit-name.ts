import type { ConditionBranch } from './condition-node.ts';
import type { FlowNode } from './node.ts';

/** What an exit is called in the window: itself, and that of a condition's branch as the branch. */
export function exitName(node: FlowNode | undefined, exit: string): string {
  if (node?.kind !== 'condition') return exit;
  const at = node.config.branches.findIndex(({ id }) => id === exit);
  return branchName(node.config.branches[at], at) ?? exit;
}

/** The name of a branch; one without is called by its place. */
export function branchName(branch: Pick<ConditionBranch, 'name'> | undefined, at: number): string | null {
  if (branch === undefined) return null;
  return branch.name.trim() === '' ? `Branch ${String(at + 1)}` : branch.name;
}
