// A bundle runs by itself: with no application, no display and no network, and with the results of its workspace.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { ranWithoutNetwork } from '../../support/without-network.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

const here = (...args: readonly string[]) => ran(args, { folder: folder.path });
/** What each scenario came to, by name and row, from the report of machines. */
const outcomes = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{"type":"scenario"'))
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    .map(({ flow, name, outcome, row }) => ({ flow, name, outcome, row }));

describe('flowbench run of a bundle', () => {
  beforeEach(async () => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    expect(await here('export', 'example', '--output', 'example.flowbundle.json')).toMatchObject({ code: 0 });
  });

  test('comes to what its workspace comes to, in a place that has no network', async () => {
    const ofWorkspace = await here('run', 'example', '--reporter', 'json');
    expect(ofWorkspace.code).toBe(0);
    const program = [process.execPath, inProject('out', 'cli', 'flowbench.js')];
    const command = [...program, 'run', folder.file('example.flowbundle.json'), '--reporter', 'json'];
    // Not even the surroundings of a desktop.
    const env = { PATH: process.env['PATH'] ?? '' };
    const output = ranWithoutNetwork(command, { env, folder: folder.path });
    expect(outcomes(output)).toEqual(outcomes(ofWorkspace.output));
    expect(outcomes(output).length).toBeGreaterThan(5);
  });

  test('fails where an expectation fails, and names the bundle as the place', async () => {
    const scenario = 'scenarios/order-lookup/happy-path.json';
    const text = await readFile(folder.file('example', scenario), 'utf8');
    await writeFile(folder.file('example', scenario), text.replaceAll('Your order is', 'Your parcel is'));
    await here('export', 'example', '--output', 'example.flowbundle.json');
    const { code, output } = await here('run', 'example.flowbundle.json', '--reporter', 'github');
    expect(code).toBe(1);
    expect(output).toContain('file=example.flowbundle.json');
  });

  test('writes nothing: not into the bundle, and nothing that stays', async () => {
    await mkdir(folder.file('tmp'));
    const start = { folder: folder.path, env: { TMPDIR: folder.file('tmp') } };
    const refused = await ran(['run', 'example.flowbundle.json', '--update-snapshots'], start);
    expect([refused.code, refused.output]).toEqual([2, '']);
    expect(await ran(['run', 'example.flowbundle.json', '--bail'], start)).toMatchObject({ code: 0 });
    expect((await readdir(folder.path)).sort()).toEqual(['example', 'example.flowbundle.json', 'tmp']);
    expect(await readdir(folder.file('tmp'))).toEqual([]);
  });

  test('is told of what lint finds in it, and leaves nothing behind', async () => {
    await mkdir(folder.file('tmp'));
    const start = { folder: folder.path, env: { TMPDIR: folder.file('tmp') } };
    const lint = (...args: readonly string[]) => ran(['lint', 'example.flowbundle.json', ...args], start);
    expect(await lint()).toEqual({ code: 0, output: '0 errors, 0 warnings, 0 notes\n', errors: '' });
    const flow = folder.file('example', 'flows', 'support.json');
    await writeFile(flow, (await readFile(flow, 'utf8')).replace('{{shop_name}}', '{{shop_nam}}'));
    await here('export', 'example', '--output', 'example.flowbundle.json');
    const { code, errors, output } = await lint('--env', 'staging', '--reporter', 'json');
    expect([code, errors]).toEqual([1, '']);
    expect(JSON.parse(output)).toMatchObject({
      rule: 'variable-unknown',
      file: 'example.flowbundle.json',
      document: 'Support',
      node: 'Greeting',
    });
    expect(await readdir(folder.file('tmp'))).toEqual([]);
    await writeFile(folder.file('example.flowbundle.json'), '{}');
    expect(await lint()).toMatchObject({ code: 3, output: '' });
  });

  test('is told of no rule that its workspace silences, and a workspace made of it silences the same', async () => {
    const flow = folder.file('example', 'flows', 'support.json');
    await writeFile(flow, (await readFile(flow, 'utf8')).replace('{{shop_name}}', '{{shop_nam}}'));
    const file = folder.file('example', 'flowbench.json');
    const silenced = [{ rule: 'variable-unknown', reason: 'The name comes from the shop.' }];
    await writeFile(
      file,
      JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), silenced }),
    );
    const ofWorkspace = await here('lint', 'example');
    expect(ofWorkspace).toEqual({
      code: 0,
      output: '0 errors, 0 warnings, 0 notes, 1 silenced\n',
      errors: '',
    });
    const { errors } = await here('export', 'example', '--output', 'example.flowbundle.json');
    expect(errors).toContain('Rules that it silences\n  variable-unknown: The name comes from the shop.');
    expect(await here('lint', 'example.flowbundle.json')).toEqual(ofWorkspace);

    await here('import', 'example.flowbundle.json', 'fresh');
    expect(JSON.parse(await readFile(folder.file('fresh', 'flowbench.json'), 'utf8'))).toMatchObject({
      silenced,
    });
    expect(await here('export', 'fresh', '--output', 'again.flowbundle.json')).toMatchObject({ code: 0 });
    expect(await readFile(folder.file('again.flowbundle.json'), 'utf8')).toBe(
      await readFile(folder.file('example.flowbundle.json'), 'utf8'),
    );
  });

  test('quiets no workspace that has documents already, and says so', async () => {
    const file = folder.file('example', 'flowbench.json');
    const before = await readFile(file, 'utf8');
    const silenced = [{ rule: 'variable-unknown', reason: '' }];
    await writeFile(file, JSON.stringify({ ...(JSON.parse(before) as object), silenced }));
    await here('export', 'example', '--output', 'example.flowbundle.json');
    await writeFile(file, before);
    const { code, errors } = await here('import', 'example.flowbundle.json', 'example');
    expect(code).toBe(0);
    expect(errors).toContain(
      'It silences variable-unknown. That is not taken: this workspace has documents of its own.',
    );
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  test('refuses one that was changed, with the sentence of the import', async () => {
    const file = folder.file('example.flowbundle.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Order lookup', 'Order lockup'));
    const { code, errors } = await here('run', 'example.flowbundle.json');
    expect(code).toBe(3);
    expect(errors).toContain('does not match its SHA-256');
  });
});
