// The published schemas of what the command line reads are made from the code, and the examples fit what it reads and prints.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callInput } from '#electron/cli/call/call-input.ts';
import { bundleSchemas } from '#electron/cli/bundle/bundle-schemas.ts';
import { inputSchemas } from '#electron/cli/input-schemas.ts';
import { renderInput } from '#electron/cli/render/render-input.ts';
import { reportSchemas } from '#electron/cli/report/report-schemas.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
/** Where the example of each lies, by the name of its schema. */
const files: Readonly<Record<string, string>> = {
  answers: 'order-lookup/answers.json',
  bundle: 'user-greeting.flowbundle.json',
  lint: 'lint.jsonl',
  report: 'report.jsonl',
};
const exampleText = (name: string): string =>
  readFileSync(path.join(root, 'examples', files[name] ?? `${name}.json`), 'utf8');
const example = (name: string): Value => {
  const read = readJson(exampleText(name));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
};

describe('the schemas of the command line', () => {
  // Written anew by `npm run test:unit -- input-schemas -u`.
  it.each(Object.entries(inputSchemas()))(
    'in docs/schemas is as the code has it: %s',
    async (name, schema) => {
      const file = path.join(root, 'docs', 'schemas', `${name}.schema.json`);
      await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
    },
  );

  it.each(Object.entries(inputSchemas()))(
    'lets the example through, and not everything: %s',
    (name, schema) => {
      const published = z.fromJSONSchema(schema);
      expect(published.safeParse(JSON.parse(JSON.stringify(example(name)))).success).toBe(true);
      expect(published.safeParse({ else: 1 }).success).toBe(false);
    },
  );

  it.each(Object.entries({ ...bundleSchemas(), ...reportSchemas() }))(
    'lets the example of what is printed or packed through, each line of one that has lines: %s',
    (name, schema) => {
      const published = z.fromJSONSchema(schema);
      const text = exampleText(name);
      const parts = files[name]?.endsWith('.jsonl') === true ? text.trimEnd().split('\n') : [text];
      for (const part of parts) expect(published.safeParse(JSON.parse(part)).error).toBeUndefined();
      expect(published.safeParse({ else: 1 }).success).toBe(false);
    },
  );

  it('names secrets by the end of an environment variable, and knows nothing of slots', () => {
    const text = JSON.stringify(inputSchemas()['call']);
    expect(text).toContain('^[A-Za-z_][A-Za-z0-9_]*$');
    expect(text).not.toContain('sl_');
  });

  it('has examples that the commands take', () => {
    const call = callInput(example('call'));
    expect(call).toMatchObject({ ok: true, value: { variables: { order_id: 10482 } } });
    expect(call.ok && [...call.value.secretNames.values()]).toEqual(['SHOP_TOKEN']);
    expect(renderInput(example('render'), '2026-01-01T00:00:00.000Z', () => '')).toMatchObject({ ok: true });
  });
});
