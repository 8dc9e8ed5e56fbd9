// The published schema of a report's lines is made from the code.
import path from 'node:path';
import { expect, it } from 'vitest';
import { reportSchemas } from '#electron/cli/report/report-schemas.ts';

// Written anew by `npm run test:unit -- report-schemas -u`.
it('the schema of a report in docs/schemas is as the code has it', async () => {
  const file = path.resolve(import.meta.dirname, '../../../../../docs/schemas/report.schema.json');
  await expect(`${JSON.stringify(reportSchemas()['report'], null, 2)}\n`).toMatchFileSnapshot(file);
});
