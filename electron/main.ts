// The main process as a table of contents: what is set up, and in which order.
import { app, dialog } from 'electron';
import { applicationFolders } from './app/application-folders.ts';
import { commandLineArguments, runCommandLine } from './app/command-line-start.ts';
import { endFailedStart } from './app/end-of-application.ts';
import { guardApp } from './app/guard-app.ts';
import { launchArguments } from './app/launch-arguments.ts';
import { openLog } from './app/log.ts';
import { loggedSecrets } from './app/logged-secrets.ts';
import { pageSource } from './app/page-source.ts';
import { quietNetwork } from './app/quiet-network.ts';
import { registerPageScheme } from './app/serve-page.ts';
import { startApplication } from './app/start-application.ts';

const commands = commandLineArguments(process.argv);
// Awaited here, where nothing waits for a window: Electron goes no further, and needs no display.
if (commands === null) openApplication();
else app.exit(await runCommandLine(commands, import.meta.dirname));

function openApplication(): void {
  const source = pageSource(app.isPackaged, process.env['ELECTRON_RENDERER_URL']);
  const launch = launchArguments(process.argv, app.isPackaged, process.cwd());
  const folders = applicationFolders(app, import.meta.dirname);
  const secrets = loggedSecrets();
  const log = openLog(folders.logs, { scrub: secrets.scrub });

  // Before the application is ready. Whatever throws here ends the start, and no window opens.
  registerPageScheme();
  quietNetwork(app.commandLine, source.fromDevServer);
  guardApp(app, source);

  if (app.requestSingleInstanceLock({ ...launch })) {
    // Never awaited at the top level: Electron gets ready only after this file is done.
    app
      .whenReady()
      .then(() => startApplication({ source, launch, folders, log, loggedSecrets: secrets }))
      .catch(endFailedStart(app, log, (title, sentence) => dialog.showErrorBox(title, sentence)));
  } else {
    app.quit();
  }
}
