import { randomFillSync } from 'node:crypto';
import { app, clipboard, safeStorage, session, shell } from 'electron';
import ElectronStore from 'electron-store';
import { gatherRunEvents } from '../ipc/gather-run-events.ts';
import { allHandlers } from '../ipc/handlers/all-handlers.ts';
import { eventPublisher, type PublishEvent } from '../ipc/publish-event.ts';
import { registerHandlers } from '../ipc/register-handlers.ts';
import type { DurableStorePorts } from '../settings/durable-store.ts';
import { openSettings, type SettingsStore } from '../settings/settings-store.ts';
import { systemCipher } from '../vault/system-cipher.ts';
import { appInfo } from './app-info.ts';
import type { ApplicationFolders } from './application-folders.ts';
import { showApplicationMenu } from './application-menu.ts';
import { chosenFolders } from './chosen-folders.ts';
import { closeBeforeEnd } from './end-of-application.ts';
import { ensureExampleCopy } from './example-workspace.ts';
import { openFirstWorkspace } from './first-workspace.ts';
import { followTheme } from './follow-theme.ts';
import { keyStore } from './key-store.ts';
import type { LaunchArguments } from './launch-arguments.ts';
import type { Log } from './log.ts';
import type { LoggedSecrets } from './logged-secrets.ts';
import type { OpenedWorkspace } from './opened-workspace.ts';
import type { PageSource } from './page-source.ts';
import { personDialogs } from './person-dialogs.ts';
import { servePage } from './serve-page.ts';
import { watchDefects } from './watch-defects.ts';
import { windowShell, type WindowShell } from './window-shell.ts';
import { createWorkbench, type Workbench } from './workbench.ts';
import { workspaceOpener } from './workspace-opener.ts';

/** What is known before the application is ready. */
export interface Start {
  readonly source: PageSource;
  readonly launch: LaunchArguments;
  readonly folders: ApplicationFolders;
  readonly log: Log;
  readonly loggedSecrets: LoggedSecrets;
}

/** Puts the application together and opens its window and its first workspace; the page waits for the latter. */
export async function startApplication(start: Start): Promise<void> {
  const { source, launch, folders, log, loggedSecrets } = start;
  log.note(`Flowbench ${app.getVersion()} starts on Electron ${process.versions.electron}.`);
  servePage(session.defaultSession, folders.page);

  const storePorts: DurableStorePorts = {
    openStore: (options) => new ElectronStore(options),
    note: log.note,
  };
  const settings = openSettings(folders.userData, storePorts);
  const publish = eventPublisher(() => window.page(), log.defect);
  const dialogs = personDialogs(() => window.window());
  const window = windowShell({
    source,
    log,
    dialogs,
    preload: folders.preload,
    devTools: !app.isPackaged,
    settings: () => settings.read(),
    rememberBounds: (bounds) => void settings.change({ window: bounds }),
    askPageToQuit: () => publish('command.invoked', { id: 'app.quit' }),
    onFocus: () => void refreshed(workbench, log),
  });
  const { workbench, openExample } = makeWorkbench(start, storePorts, settings, publish);
  const chosen = chosenFolders(() => settings.read().recentWorkspaces);
  const wanted = (folder: string): void => {
    chosen.add(folder);
    publish('workspace.wanted', { folder });
  };

  watchDefects(process, app, log, (sentence) => void dialogs.tell(sentence));
  const quit = (): void => {
    window.allowClosing();
    // After the answer: the page that asked is about to go.
    setImmediate(() => app.quit());
  };
  const handlers = allHandlers({
    app: { info: appInfo(app, process), quit },
    workbench,
    settings,
    dialogs,
    workspaceShell: {
      openExample,
      wasChosen: chosen.has,
      onMissing: (folder) => void settings.forget(folder),
      reveal: (folder) => {
        shell.openPath(folder).catch((error: unknown) => log.defect('reveal', error));
      },
    },
    writeClipboard: async (text) => {
      // Electron 33 is done at once, later ones give a promise.
      await clipboard.writeText(text);
    },
    note: log.note,
    onSecret: loggedSecrets.add,
  });
  registerHandlers(handlers, {
    trustedPage: window.trustedPage,
    report: log.defect,
    onCall: window.pageCalled,
  });
  publishSettings(settings, publish);
  followTheme(settings, window.window);
  showApplicationMenu({ settings, publish, page: window.page, openRecent: wanted });
  focusOnSecondStart(window, wanted);
  closeBeforeEnd(app, log, workbench.close);
  window.open();

  const { lastWorkspace } = settings.read();
  const { open } = workbench;
  const create = (folder: string) => workbench.create(folder, '');
  const usualFolders = folders.usualWorkspaces;
  const failures = await openFirstWorkspace({
    launch,
    lastWorkspace,
    open,
    create,
    openExample,
    usualFolders,
  });
  for (const { message } of failures) log.note(message);
  if (failures[0] !== undefined) await dialogs.tell(failures[0].message);
}

function makeWorkbench(
  { folders, log, loggedSecrets }: Start,
  storePorts: DurableStorePorts,
  settings: SettingsStore,
  publish: PublishEvent,
) {
  const runEvents = gatherRunEvents((events) => publish('run.events', events));
  const opener = workspaceOpener({
    workspacePorts: {
      userData: folders.userData,
      now: () => new Date(),
      fillRandom: randomFillSync,
      note: log.note,
    },
    storePorts,
    system: systemCipher(keyStore(safeStorage, process.platform), process.platform),
    sessionWasChosen: settings.read().vaultKeeper === 'session',
    exampleFolder: folders.exampleCopy,
    loggedSecrets,
    userAgent: `Flowbench/${app.getVersion()}`,
    publishRunEvents: runEvents.add,
    onDefect: (error) => void log.defect('run', error),
  });
  opener.vault.onChange((status) => publish('vault.changed', status));
  const onOpened = ({ workspace }: OpenedWorkspace): void => {
    settings.remember({ folder: workspace.folder, name: workspace.name, openedAt: new Date().toISOString() });
    workspace.onChange((changes) => publish('workspace.changed', [...changes]));
  };
  const workbench = createWorkbench({ open: opener.open, create: opener.create, onOpened });
  const openExample = async () => {
    await ensureExampleCopy(folders.exampleSource, folders.exampleCopy);
    return workbench.open(folders.exampleCopy);
  };
  return { workbench, openExample };
}

/** Another program may have written while the window was behind; a watch can miss it, on a network disk for one. */
async function refreshed(workbench: Workbench, log: Log): Promise<void> {
  try {
    await (await workbench.current()).workspace.refresh();
  } catch (error) {
    log.defect('refresh', error);
  }
}

/** Tells the page of its settings, and not of every move of the window, which are settings too. */
function publishSettings(settings: SettingsStore, publish: PublishEvent): void {
  const shown = () => JSON.stringify({ ...settings.read(), window: null });
  let last = shown();
  settings.onChange((changed) => {
    const now = shown();
    if (now !== last) publish('settings.changed', changed);
    last = now;
  });
}

function focusOnSecondStart(window: WindowShell, wanted: (folder: string) => void): void {
  app.on('second-instance', (_event, _argv, _cwd, launch) => {
    window.focus();
    const { folder } = launch as LaunchArguments;
    if (folder !== null) wanted(folder);
  });
}
