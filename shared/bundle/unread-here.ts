import type { WorkspaceProblem } from '../workspace/workspace-snapshot.ts';

/**
 * Why nothing is imported into a workspace that has a file which cannot be read: it may be a document of the bundle, and would
 * then be hidden by it. `null` where all can be read; what was set aside was told, and is in nobody's way.
 */
export function unreadHere(problems: readonly WorkspaceProblem[]): string | null {
  const problem = problems.find(({ setAsideAs }) => setAsideAs === null);
  if (problem === undefined) return null;
  return `Nothing was imported, since the bundle may bring what is in a file of the workspace that cannot be read: ${problem.message} Mend the file, or take it out of the workspace, and import again.`;
}
