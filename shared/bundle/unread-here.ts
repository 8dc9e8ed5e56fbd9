import type { WorkspaceProblem } from '../workspace/workspace-snapshot.ts';

/**
 * Why nothing is imported into a workspace that has a file which cannot be read: it may be a document of the bundle, and would
 * then be hidden by it. `null` where all can be read; what was set aside was told, and is in nobody's way.
 */
export function unreadHere(problems: readonly WorkspaceProblem[]): string | null {
  const problem = problems.find(({ setAsideAs }) => setAsideAs === null);
  if (problem === undefined) return null;
  return `Nothing was imported: the workspace has something that cannot be read, and the bundle may bring the same. ${problem.message} Mend it, or take it out of the workspace, and import again.`;
}
