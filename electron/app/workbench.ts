import { realpath } from 'node:fs/promises';
import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';
import { oneAtATime } from '../workspace/files/one-at-a-time.ts';
import type { OpenedWorkspace } from './opened-workspace.ts';

type Opened = Outcome<OpenedWorkspace, OpenFailure>;
type Shown = Outcome<WorkspaceSnapshot, OpenFailure>;

/** How the workbench gets at workspaces, and whom it tells. */
export interface WorkbenchPorts {
  readonly open: (folder: string) => Promise<Opened>;
  readonly create: (folder: string, name: string) => Promise<Opened>;
  /** Called with each workspace that was opened, before anybody else has it. */
  readonly onOpened: (opened: OpenedWorkspace) => void;
}

/** Holds the one workspace that is open, and changes it for another. */
export interface Workbench {
  /** What is open; while another is being opened, that one. At the start it waits for the first. */
  readonly current: () => Promise<OpenedWorkspace>;
  /** Opens a folder; on a failure, what was open stays open. */
  readonly open: (folder: string) => Promise<Shown>;
  readonly create: (folder: string, name: string) => Promise<Shown>;
  readonly close: () => Promise<void>;
}

/** Makes the workbench. Openings happen one after the other, and the old workspace is closed before the new one shows. */
export function createWorkbench(ports: WorkbenchPorts): Workbench {
  const queue = oneAtATime();
  let opened: OpenedWorkspace | null = null;
  let announceFirst: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    announceFirst = resolve;
  });

  const change = (make: () => Promise<Opened>): Promise<Shown> =>
    queue.run(async () => {
      const made = await make();
      if (!made.ok) return made;
      if (made.value !== opened) {
        await opened?.close();
        opened = made.value;
        ports.onOpened(opened);
        announceFirst();
      }
      return succeeded(opened.snapshot());
    });

  return {
    current: async () => {
      await first;
      return queue.run(() =>
        opened === null ? Promise.reject(new Error('The workspace is closed')) : Promise.resolve(opened),
      );
    },
    open: (folder) =>
      change(async () => {
        // Two that watch and write the same files would get into each other's way.
        const isOpen = opened !== null && (await isSameFolder(folder, opened.workspace.folder));
        return isOpen && opened !== null ? succeeded(opened) : ports.open(folder);
      }),
    create: (folder, name) => change(() => ports.create(folder, name)),
    close: () =>
      queue.run(async () => {
        await opened?.close();
        opened = null;
      }),
  };
}

/** Whether two paths lead to one folder; a path that leads nowhere is the same as none. */
export async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((folder) => realpath(folder).catch(() => null)));
  return first !== null && first === second;
}
