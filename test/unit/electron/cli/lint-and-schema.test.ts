// `flowbench lint` finds what the Problems panel finds, and `flowbench schema` prints what files really look like.
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Command, CommandSurroundings } from '#electron/cli/command.ts';
import { lintCommand } from '#electron/cli/lint/lint-command.ts';
import { schemaCommand } from '#electron/cli/schema/schema-command.ts';
import { exampleFolder } from '../../../stories/order-lookup.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();

async function ran(command: Command, args: readonly string[], more: Partial<CommandSurroundings> = {}) {
  const output: string[] = [];
  const errors: string[] = [];
  const code = await command.run({
    args,
    env: {},
    folder: folder.path,
    input: Readable.from([]),
    print: (text) => void output.push(text),
    say: (text) => void errors.push(text),
    signal: new AbortController().signal,
    ...more,
  });
  return { code, output: output.join('\n'), errors: errors.join('\n') };
}
const lint = (...args: readonly string[]) => ran(lintCommand, ['example', ...args]);

describe('flowbench lint', () => {
  const broken = async () => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    const file = folder.file('example', 'flows', 'order-lookup.json');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace('There is no order {{order_id}}.', 'There is no order {{ordr_id}}: 100%,\\n{{order_id}}.'),
    );
  };

  it.each([[[]], [['--env', 'local']], [['--env', 'staging']]])(
    'has nothing to say of the example, in all its environments or in one: %j',
    async (args) => {
      await cp(exampleFolder, folder.file('example'), { recursive: true });
      expect(await lint(...args, '--fail-on', 'note')).toEqual({
        code: 0,
        output: '0 errors, 0 warnings, 0 notes',
        errors: '',
      });
    },
  );

  it('says what is wrong, where, and by which rule', async () => {
    await broken();
    const { code, output } = await lint('--env', 'local');
    expect(code).toBe(1);
    expect(output.split('\n')).toEqual([
      'example/flows/order-lookup.json',
      expect.stringMatching(/^ {2}error {3}Unknown order, Text: .*ordr_id.* variable-unknown$/),
      '',
      '1 error, 0 warnings, 0 notes',
    ]);
    const json = JSON.parse((await lint('--env', 'local', '--reporter', 'json')).output) as object;
    expect(json).toMatchObject({
      severity: 'error',
      rule: 'variable-unknown',
      file: 'example/flows/order-lookup.json',
      document: 'Order lookup',
      node: 'Unknown order',
      field: 'Text',
      row: null,
    });
    const { output: annotation } = await lint('--env', 'local', '--reporter', 'github');
    expect(annotation).toMatch(
      /^::error file=example\/flows\/order-lookup\.json,title=Order lookup%2C Unknown order%2C Text::.*\(variable-unknown\)$/,
    );
  });

  it('tells once what is wrong in every environment, and with their names what is wrong in some', async () => {
    await broken();
    const file = folder.file('example', 'environments', 'staging.json');
    const { values, ...rest } = JSON.parse(await readFile(file, 'utf8')) as { values: { name: string }[] };
    const fewer = values.filter(({ name }) => name !== 'locale' && name !== 'shop_name');
    await writeFile(file, JSON.stringify({ ...rest, values: fewer }));
    const more = { ...rest, id: 'en_aaaaaaaaaaaa', name: 'test', values: [...fewer, values[0]] };
    await writeFile(folder.file('example', 'environments', 'test.json'), JSON.stringify(more));
    const nothing = 'no node of this flow, and no value of the environment.';
    const noShop = `  error   Greeting, Text, in staging: Nothing sets shop_name: ${nothing} variable-unknown`;
    const all = await lint();
    expect([all.code, all.errors]).toEqual([1, '']);
    expect(all.output.split('\n')).toEqual([
      'example/flows/order-lookup.json',
      expect.stringContaining(`  error   Unknown order, Text: Nothing sets ordr_id: ${nothing}`),
      noShop,
      '  error   Get order, Query, row 1, in staging and test: The environment has no value locale, while local has it. environment-value-missing',
      '',
      'example/flows/support.json',
      noShop,
      '',
      'example/flows/tea-chat.json',
      noShop,
      noShop.replace('Greeting, Text', 'Ask, Content'),
      '',
      '6 errors, 0 warnings, 0 notes',
    ]);
    const json = (await lint('--reporter', 'json')).output.split('\n');
    expect(json.map((line) => (JSON.parse(line) as { environments: unknown }).environments)).toEqual([
      null,
      ['staging'],
      ['staging', 'test'],
      ...Array<unknown>(3).fill(['staging']),
    ]);
    expect((await lint('--reporter', 'github')).output).toContain(
      'title=Order lookup%2C Get order%2C Query%2C row 1%2C in staging and test::',
    );
    // Looked at alone, it is the whole truth: no names.
    expect((await lint('--env', 'test')).output).toContain('  error   Get order, Query, row 1: The env');
    expect((await lint('--env', 'local')).output).toContain('1 error, 0');
  });

  it('speaks of no environment where there is none', async () => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    await rm(folder.file('example', 'environments'), { recursive: true });
    const { code, output } = await lint();
    expect(code).toBe(1);
    expect(output).toContain('Nothing sets shop_name: no node of this flow, and no value of an environment.');
    expect(output).toContain('Query, row 1: No environment has a value locale.');
    expect(output).not.toMatch(/active|, in /);
  });

  it('tells nothing of what is silenced, at a node or for the whole workspace, and counts it', async () => {
    await broken();
    const file = folder.file('example', 'flowbench.json');
    const content = JSON.parse(await readFile(file, 'utf8')) as object;
    const silenced = [{ rule: 'variable-unknown', reason: 'Made by another team.' }];
    await writeFile(file, JSON.stringify({ ...content, silenced }));
    const counts = '0 errors, 0 warnings, 0 notes, 1 silenced';
    expect(await lint('--env', 'local')).toEqual({ code: 0, output: counts, errors: '' });
    expect((await lint('--env', 'local', '--reporter', 'json')).output).toBe('');

    await writeFile(file, JSON.stringify(content));
    const flow = folder.file('example', 'flows', 'order-lookup.json');
    const { nodes, ...rest } = JSON.parse(await readFile(flow, 'utf8')) as { nodes: { name: string }[] };
    const quiet = nodes.map((node) => (node.name === 'Unknown order' ? { ...node, silenced } : node));
    await writeFile(flow, JSON.stringify({ ...rest, nodes: quiet }));
    expect(await lint('--env', 'local')).toEqual({ code: 0, output: counts, errors: '' });
  });

  it.each<[readonly string[], number, string]>([
    [['--env', 'moon'], 2, 'The workspace has no environment "moon". It has:'],
    [['--fail-on', 'sight'], 2, '--fail-on takes error, warning, note, and not "sight".'],
    [['--reporter', 'junit'], 2, 'There is no reporter "junit" here.'],
    [['--fix'], 2, 'There is no option --fix. flowbench lint --help'],
    [['another'], 2, 'One workspace is looked through at a time'],
  ])('says what it was asked wrongly: %j', async (args, code, sentence) => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    const result = await lint(...args);
    expect([result.code, result.output]).toEqual([code, '']);
    expect(result.errors).toContain(sentence);
  });

  it('does not tell what a scenario, or the workspace, has silenced', async () => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    const file = folder.file('example', 'scenarios', 'order-lookup', 'happy-path.json');
    const scenario = JSON.parse(await readFile(file, 'utf8')) as object;
    const written = (more: object) => writeFile(file, JSON.stringify({ ...scenario, ...more }));
    const gone = { environment: 'en_aaaaaaaaaaaa' };
    await written(gone);
    expect(await lint('--env', 'local')).toMatchObject({ code: 1 });
    const silenced = [{ rule: 'scenario-environment-missing', reason: 'Made by the pipeline.' }];
    await written({ ...gone, silenced });
    const quiet = { code: 0, output: '0 errors, 0 warnings, 0 notes, 1 silenced' };
    expect(await lint('--env', 'local')).toMatchObject(quiet);
    await written(gone);
    const root = folder.file('example', 'flowbench.json');
    const workspace = JSON.parse(await readFile(root, 'utf8')) as object;
    await writeFile(root, JSON.stringify({ ...workspace, silenced }));
    expect(await lint('--env', 'local')).toMatchObject(quiet);
  });

  it('ends with 3 where it cannot look', async () => {
    expect(await lint()).toMatchObject({ code: 3 });
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    await writeFile(folder.file('example', 'flows', 'support.json'), '{');
    const result = await lint('--env', 'local');
    expect(result.code).toBe(3);
    expect(result.errors).toContain('flows/support.json is damaged');
  });
});

describe('flowbench schema', () => {
  it.each([
    ['workspace', 'flowbench.json'],
    ['endpoint', 'endpoints/sample-api.json'],
    ['environment', 'environments/local.json'],
    ['flow', 'flows/support.json'],
    ['fixture', 'fixtures/order-lookup/order-10482.json'],
    ['scenario', 'scenarios/order-lookup/happy-path.json'],
  ])('prints one of a %s that a file of the example fits, and not everything does', async (name, file) => {
    const { code, output } = await ran(schemaCommand, [name]);
    expect(code).toBe(0);
    const schema = z.fromJSONSchema(JSON.parse(output) as z.core.JSONSchema.JSONSchema);
    const document = JSON.parse(await readFile(path.join(exampleFolder, file), 'utf8')) as object;
    expect(schema.safeParse(document).error?.issues).toBeUndefined();
    expect(schema.safeParse({ ...document, version: 'one' }).success).toBe(false);
  });

  it('that is printed of a scenario fits all of the example', async () => {
    const { output } = await ran(schemaCommand, ['scenario']);
    const schema = z.fromJSONSchema(JSON.parse(output) as z.core.JSONSchema.JSONSchema);
    const below = path.join(exampleFolder, 'scenarios');
    const files = (await readdir(below, { recursive: true })).filter((file) => file.endsWith('.json'));
    expect(files).toHaveLength(11);
    for (const file of files)
      expect(schema.safeParse(JSON.parse(await readFile(path.join(below, file), 'utf8'))).success).toBe(true);
  });

  it('lists the names, and knows no others', async () => {
    expect((await ran(schemaCommand, [])).output.split('\n')).toContain('scenario');
    expect(await ran(schemaCommand, ['poem'])).toMatchObject({ code: 2, output: '' });
  });
});
