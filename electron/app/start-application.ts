import { app, clipboard, session, shell } from 'electron';
import ElectronStore from 'electron-store';
import { workInThread } from '../bundle/work/work-in-thread.ts';
import { allHandlers } from '../ipc/handlers/all-handlers.ts';
import { eventPublisher } from '../ipc/publish-event.ts';
import { registerHandlers } from '../ipc/register-handlers.ts';
import type { DurableStorePorts } from '../settings/durable-store.ts';
import { openSettings } from '../settings/settings-store.ts';
import { appInfo } from './app-info.ts';
import type { ApplicationFolders } from './application-folders.ts';
import { showApplicationMenu } from './application-menu.ts';
import { applicationWorkbench } from './application-workbench.ts';
import { chosenFolders } from './chosen-folders.ts';
import { closeBeforeEnd } from './end-of-application.ts';
import { openFirstWorkspace } from './first-workspace.ts';
import { followTheme } from './follow-theme.ts';
import type { LaunchArguments } from './launch-arguments.ts';
import type { Log } from './log.ts';
import type { LoggedSecrets } from './logged-secrets.ts';
import type { PageSource } from './page-source.ts';
import { personDialogs } from './person-dialogs.ts';
import { writePictureToClipboard } from './picture-clipboard.ts';
import { publishSettings } from './publish-settings.ts';
import { applicationReport } from './report/application-report.ts';
import { servePage } from './serve-page.ts';
import { watchDefects } from './watch-defects.ts';
import { windowShell } from './window-shell.ts';

/** What is known before the application is ready. */
export interface Start {
  readonly source: PageSource;
  readonly launch: LaunchArguments;
  readonly folders: ApplicationFolders;
  readonly log: Log;
  readonly loggedSecrets: LoggedSecrets;
}

/** Puts the parts together and opens the window; the page in it waits for the workspace, which is opened last. */
export async function startApplication(start: Start): Promise<void> {
  const { source, launch, folders, log, loggedSecrets } = start;
  log.note(`Flowbench ${app.getVersion()} starts on Electron ${process.versions.electron}.`);
  if (!source.fromDevServer) servePage(session.defaultSession, folders.page);

  const storePorts: DurableStorePorts = {
    openStore: (options) => new ElectronStore(options),
    note: log.note,
  };
  const settings = openSettings(folders.userData, storePorts);
  const publish = eventPublisher(() => window.page(), log.defect);
  const dialogs = personDialogs(() => window.window());
  const refresh = async () => (await workbench.current()).workspace.refresh();
  const window = windowShell({
    source,
    log,
    dialogs,
    preload: folders.preload,
    devTools: !app.isPackaged,
    settings: () => settings.read(),
    rememberBounds: (bounds) => void settings.change({ window: bounds }),
    askPageToQuit: () => publish('command.invoked', { id: 'app.quit' }),
    // A watch can miss what another program wrote while the window was behind, on a network disk for one.
    onFocus: () => void refresh().catch((error: unknown) => log.defect('refresh', error)),
  });
  // First, so that the page starts beside what follows: nothing it asks is heard before all of that is done.
  window.open();
  const { workbench, openExample } = applicationWorkbench({
    folders,
    log,
    loggedSecrets,
    storePorts,
    settings,
    publish,
    version: app.getVersion(),
  });
  const chosen = chosenFolders(() => settings.read().recentWorkspaces);
  const wanted = (folder: string): void => {
    chosen.add(folder);
    publish('workspace.wanted', { folder });
  };

  const info = appInfo(app, process);
  const handlers = allHandlers({
    workbench,
    settings,
    dialogs,
    app: { info, quit: () => quit(window.allowClosing), stay: window.keepOpen },
    workspaceShell: {
      openExample,
      wasChosen: chosen.has,
      onMissing: (folder) => void settings.forget(folder),
      reveal: (folder) => void shell.openPath(folder),
    },
    bundleWork: workInThread(folders.bundleWorker),
    showFile: (file) => shell.showItemInFolder(file),
    writeClipboard: async (text) => {
      // Electron 33 is done at once, later ones give a promise.
      await clipboard.writeText(text);
    },
    report: {
      text: () =>
        applicationReport({
          info,
          workbench,
          settings: () => settings.read(),
          userData: folders.userData,
          logs: folders.logs,
          scrub: loggedSecrets.scrub,
        }),
      defect: log.defect,
      now: () => new Date(),
    },
    pictures: {
      holdsSecret: (text) => loggedSecrets.scrub(text) !== text,
      writePicture: writePictureToClipboard,
    },
    note: log.note,
    onSecret: loggedSecrets.add,
  });
  watchDefects(process, app, log, (sentence) => void dialogs.tell(sentence));
  registerHandlers(handlers, {
    trustedPage: window.trustedPage,
    report: log.defect,
    onCall: window.pageCalled,
  });
  publishSettings(settings, publish);
  followTheme(settings, window.window);
  showApplicationMenu({ settings, publish, page: window.page, openRecent: wanted });
  onSecondStart(window.focus, wanted);
  closeBeforeEnd(app, log, workbench.close);

  const failures = await openFirstWorkspace({
    launch,
    lastWorkspace: settings.read().lastWorkspace,
    open: workbench.open,
    create: (folder) => workbench.create(folder, ''),
    openExample,
    usualFolders: folders.usualWorkspaces,
  });
  for (const { message } of failures) log.note(message);
  if (failures[0] !== undefined) await dialogs.tell(failures[0].message);
}

function quit(allowClosing: () => void): void {
  allowClosing();
  // After the answer to the page that asked: it is about to go.
  setImmediate(() => app.quit());
}

function onSecondStart(focus: () => void, wanted: (folder: string) => void): void {
  app.on('second-instance', (_event, _argv, _cwd, launch) => {
    focus();
    const { folder } = launch as LaunchArguments;
    if (folder !== null) wanted(folder);
  });
}
