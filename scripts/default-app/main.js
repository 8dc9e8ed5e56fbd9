// What Electron runs when it is given a folder: makes that folder the application, then hands over to its entry.
//
// It takes the place of the file of that name that Electron's own archive carries and the npm package lacks. It has to
// be an ES module that awaits the entry: Electron holds `ready` back until this file is done, and an entry that is an
// ES module itself would else be loaded after `ready` and miss its chance to register schemes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// As with Electron's own file, `-r MODULE` loads a module first, which may take its arguments away.
const preload = process.argv.indexOf('-r');
if (preload > 0) createRequire(import.meta.url)(process.argv[preload + 1]);

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folderArgument === undefined) {
  process.stderr.write('Give the folder of an application.\n');
  process.exit(2);
}

const folder = path.resolve(folderArgument);
const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

process.defaultApp = true;
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
if (about.version) app.setVersion(about.version);
if (about.desktopName) app.setDesktopName(about.desktopName);
// The name decides where user data goes, unless whoever started this program has decided already.
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
}

try {
  await import(pathToFileURL(path.join(folder, about.main)).href);
} catch (error) {
  process.stderr.write(`The application could not be loaded: ${error?.stack ?? error}\n`);
  process.exit(1);
}
