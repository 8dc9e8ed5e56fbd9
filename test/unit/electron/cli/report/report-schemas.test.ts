// The published schemas of the lines that run and lint report are made from the code.
import path from 'node:path';
import { expect, it } from 'vitest';
import { reportSchemas } from '#electron/cli/report/report-schemas.ts';

// Written anew by `npm run test:unit -- report-schemas -u`.
it.each(Object.entries(reportSchemas()))(
  'in docs/schemas it is as the code has it: %s',
  async (name, schema) => {
    const file = path.resolve(import.meta.dirname, `../../../../../docs/schemas/${name}.schema.json`);
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  },
);
