// The published schemas of what the command line reads are made from the code, and the examples fit what the code reads.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callInput } from '#electron/cli/call/call-input.ts';
import { inputSchemas } from '#electron/cli/input-schemas.ts';
import { renderInput } from '#electron/cli/render/render-input.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value } from '#shared/value/value.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const example = (name: string): Value => {
  const read = readJson(readFileSync(path.join(root, 'examples', `${name}.json`), 'utf8'));
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
      expect(published.safeParse({}).success).toBe(false);
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
