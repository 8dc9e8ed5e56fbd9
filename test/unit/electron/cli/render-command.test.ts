// `flowbench render` gives the engine to other tools; the table of templates goes through it as they would send it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { commands } from '#electron/cli/commands.ts';
import { dispatched } from '#electron/cli/dispatch.ts';
import { readJson } from '#shared/value/read-json.ts';
import { isValueList } from '#shared/value/value-kinds.ts';
import { writeJson } from '#shared/value/write-json.ts';

interface Row {
  readonly id: string;
  readonly output?: string;
  readonly output_repeat?: { readonly value: string; readonly times: number };
  readonly error?: { readonly code: string; readonly line?: number; readonly column?: number };
  readonly warnings?: readonly unknown[];
}

async function rendered(input: string) {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await dispatched(commands, {
    args: ['render'],
    env: {},
    folder: '/',
    input: Readable.from([Buffer.from(input)]),
    print: (text) => printed.push(text),
    say: (text) => said.push(text),
    signal: new AbortController().signal,
  });
  return { code, printed: printed.join('\n'), said };
}

const table = readJson(readFileSync(path.resolve('test/cases/templates.json'), 'utf8'));
const rows = table.ok && isValueList(table.value) ? table.value : [];

describe('flowbench render', () => {
  it('gets all rows of the table', () => {
    expect(rows).toHaveLength(287);
  });

  it.each(rows.map((row) => [(row as unknown as Row).id, row] as const))('renders %s', async (_, row) => {
    const { error, output, output_repeat: repeat, warnings = [] } = row as unknown as Row;
    const { code, printed, said } = await rendered(writeJson(row));
    expect(said).toEqual([]);
    const result = JSON.parse(printed) as Row;
    if (error === undefined) {
      expect(code).toBe(0);
      expect(result).toEqual({ output: output ?? repeat?.value.repeat(repeat.times), warnings });
    } else {
      expect(code).toBe(1);
      const { code: reason, column, line } = error;
      expect(result.error).toMatchObject(
        JSON.parse(JSON.stringify({ code: reason, column, line })) as object,
      );
    }
  });

  it.each([
    ['{"field": "text"}', 'Standard input does not fit: template: '],
    ['{"template": "", "field": "html"}', 'Standard input does not fit: field: '],
    [
      '{"template": "", "field": "text", "variables_json": "["}',
      'Standard input does not fit: variables_json: ',
    ],
    ['?', 'Standard input is not JSON: line 1, column 1: '],
  ])('says what is wrong with %s', async (input, sentence) => {
    const { code, printed, said } = await rendered(input);
    expect([code, printed]).toEqual([2, '']);
    expect(said.join()).toContain(sentence);
  });
});
