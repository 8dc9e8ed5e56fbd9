import type { Outcome } from '#shared/outcome/outcome.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';
import type { LaunchArguments } from './launch-arguments.ts';

type Shown = Outcome<WorkspaceSnapshot, OpenFailure>;

/** The ways to get a workspace, and where to look. */
export interface FirstWorkspaceParts {
  readonly launch: LaunchArguments;
  readonly lastWorkspace: string | null;
  readonly open: (folder: string) => Promise<Shown>;
  readonly create: (folder: string) => Promise<Shown>;
  readonly openExample: () => Promise<Shown>;
  /** Folders for a first workspace, the best first; the last is one that can always be written. */
  readonly usualFolders: readonly string[];
}

/**
 * Opens the workspace of a start, for there always is one: the folder that was named; else the last one; else the example
 * where the launch script asks for it; else a workspace of the person's own, which is made.
 *
 * @returns the failures on the way to what was opened in the end, for the person to read
 */
export async function openFirstWorkspace(parts: FirstWorkspaceParts): Promise<readonly OpenFailure[]> {
  const { launch, lastWorkspace, open, openExample, usualFolders } = parts;
  const failures: OpenFailure[] = [];
  const tries: readonly (() => Promise<Shown>)[] = [
    ...(launch.folder === null ? [] : [openOrCreate(parts, launch.folder)]),
    ...(lastWorkspace === null ? [] : [() => open(lastWorkspace)]),
    ...(launch.openExample ? [openExample] : []),
    ...usualFolders.map((folder) => openOrCreate(parts, folder)),
  ];
  for (const attempt of tries) {
    const outcome = await attempt();
    if (outcome.ok) return failures;
    failures.push(outcome.failure);
  }
  throw new Error(`No workspace could be opened: ${failures.map(({ message }) => message).join(' ')}`);
}

/** A folder that is named and is new or empty becomes a workspace. One that holds something else is left alone. */
function openOrCreate({ open, create }: FirstWorkspaceParts, folder: string): () => Promise<Shown> {
  return async () => {
    const opened = await open(folder);
    if (opened.ok || !['not-found', 'not-a-workspace'].includes(opened.failure.code)) return opened;
    const created = await create(folder);
    return created.ok || created.failure.code !== 'not-empty' ? created : opened;
  };
}
