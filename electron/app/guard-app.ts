import type { App } from 'electron';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';
import type { PageSource } from './page-source.ts';

/**
 * Sets up what has to hold for every page and session that will ever exist in this process. Called before the application
 * is ready; anything thrown here ends the start.
 */
export function guardApp(app: App, source: PageSource): void {
  // For every page whatever its options say. Root on Linux cannot have the operating system's part of it: there the launch
  // script has switched that part off, and asking for it again would only keep the engine from starting.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('session-created', (session) => guardSession(session, source));
  app.on('web-contents-created', (_event, contents) => guardContents(contents, source));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  // Answered without a choice: no password and no certificate is ever given to who asks the page's session for one.
  app.on('login', (event, _contents, _request, _asker, answer) => {
    event.preventDefault();
    answer();
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault();
    answer();
  });
}
