import type { WorkspaceDocument } from '#shared/workspace/document.ts';

/** What is in a document, in a few words. */
export function documentWords(document: WorkspaceDocument): readonly string[] {
  switch (document.format) {
    case 'flowbench.flow': {
      const calls = document.nodes.filter(({ kind }) => kind === 'api-call').length;
      return [counted(document.nodes.length, 'node'), counted(calls, 'API Call')];
    }
    case 'flowbench.endpoint':
      return [document.baseUrl, counted(document.headers.length, 'header')];
    case 'flowbench.environment':
      return [counted(document.values.length, 'value')];
    case 'flowbench.scenario':
      return [counted(document.answers.length, 'answer'), counted(document.expect.length, 'expectation')];
    case 'flowbench.fixture':
      return [];
  }
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}
