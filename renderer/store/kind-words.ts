import type { DocumentKind } from '#shared/workspace/document.ts';

/** How documents of a kind are called, in the order in which a bundle has them. */
export const kindWords: Readonly<Record<DocumentKind, readonly [one: string, many: string]>> = {
  flow: ['flow', 'Flows'],
  endpoint: ['API endpoint', 'API endpoints'],
  environment: ['environment', 'Environments'],
  scenario: ['scenario', 'Scenarios'],
  fixture: ['fixture', 'Fixtures'],
};
