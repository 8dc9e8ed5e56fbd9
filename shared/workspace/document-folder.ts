import type { DocumentKind } from './document.ts';

/** The folder for each kind of document. Folders below it are the person's own (FORMATS, Workspace folder). */
export const documentFolders: Readonly<Record<DocumentKind, string>> = {
  endpoint: 'endpoints',
  flow: 'flows',
  environment: 'environments',
  fixture: 'fixtures',
  scenario: 'scenarios',
};
