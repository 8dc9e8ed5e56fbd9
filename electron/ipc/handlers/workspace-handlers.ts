import type { Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { DocumentFailure, OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';

type WorkspaceHandlers = Pick<
  Handlers,
  | 'workspace.read'
  | 'workspace.open'
  | 'workspace.create'
  | 'workspace.open-example'
  | 'workspace.reveal'
  | 'workspace.silence'
>;

/** What these handlers need of the shell. */
export interface WorkspaceShell {
  readonly dialogs: Pick<PersonDialogs, 'pickFolder'>;
  /** Whether a person has chosen this folder before: in a dialog, in the menu or on the command line. */
  readonly wasChosen: (folder: string) => boolean;
  /** A folder that was chosen is not there any more. */
  readonly onMissing: (folder: string) => void;
  readonly openExample: () => Promise<Outcome<WorkspaceSnapshot, OpenFailure>>;
  /** Shows a folder in the system's file browser. */
  readonly reveal: (folder: string) => void;
}

/** Handlers of `workspace.*`. The page cannot reach a folder that no person has chosen, whatever it asks for. */
export function workspaceHandlers(workbench: Workbench, shell: WorkspaceShell): WorkspaceHandlers {
  return {
    'workspace.read': async () => (await workbench.current()).snapshot(),
    'workspace.open': async ({ folder }) => {
      const chosen = await chosenFolder(shell, folder, 'open');
      if (chosen === null) return failed(cancelled);
      const opened = await workbench.open(chosen);
      if (!opened.ok && opened.failure.code === 'not-found') shell.onMissing(chosen);
      return opened;
    },
    'workspace.create': async ({ folder, name }) => {
      const chosen = await chosenFolder(shell, folder, 'create');
      return chosen === null ? failed(cancelled) : workbench.create(chosen, name);
    },
    'workspace.open-example': () => shell.openExample(),
    'workspace.reveal': async () => {
      shell.reveal((await workbench.current()).workspace.folder);
      return null;
    },
    'workspace.silence': async ({ opening, reason, rule }) => {
      const current = await workbench.current();
      if (current.snapshot().opening !== opening) return failed(otherWorkspace);
      const silenced = await current.workspace.silence({ rule, reason });
      return silenced.ok ? succeeded([...silenced.value]) : silenced;
    },
  };
}

const otherWorkspace: DocumentFailure = {
  code: 'not-written',
  message: 'Another workspace was opened meanwhile.',
};

const cancelled: OpenFailure = { code: 'cancelled', message: 'No folder was chosen.' };

async function chosenFolder(
  { dialogs, wasChosen }: WorkspaceShell,
  folder: string | null,
  purpose: 'open' | 'create',
): Promise<string | null> {
  return folder !== null && wasChosen(folder) ? folder : dialogs.pickFolder(purpose);
}
