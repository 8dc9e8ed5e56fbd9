import type { LintRule } from '../lint-rule.ts';

/** Bodies that should be a file and have none. */
export const bodyFileMissing: LintRule = {
  id: 'body-file-missing',
  severity: 'error',
  why: 'There is nothing to send, so the call ends as an exception.',
  doc: 'Told for a binary body, or a part of a multipart body, for which no file was chosen.',
  checks: {
    node: (node) => {
      if (node.kind !== 'api-call') return [];
      const { body } = node.config;
      if (body.type === 'binary')
        return body.file === ''
          ? [{ message: 'No file was chosen for the body.', at: { field: 'Body', tab: 'body' } }]
          : [];
      if (body.type !== 'multipart') return [];
      return body.rows.flatMap((row, at) =>
        row.enabled && 'file' in row && row.file === ''
          ? [
              {
                message: `No file was chosen for the part ${row.name === '' ? String(at + 1) : row.name}.`,
                at: { field: 'Parts', tab: 'body' as const, row: { number: at + 1, cell: 'Name' } },
              },
            ]
          : [],
      );
    },
  },
};
