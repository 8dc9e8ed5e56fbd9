// What a run is given from outside, in place of what its scenarios say: each goes where it is meant, or is refused.
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { inProject } from '../../../scripts/steps/project.mjs';
import { environmentOf } from '../../stories/lint/lint-case.ts';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { inARow, storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { callingWorkspace } from '../../support/calling-workspace.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { writeWorkspace } from '../../support/write-workspace.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);
const run = (...args: readonly string[]) => ran(['run', 'example', ...args], { folder: folder.path });

describe('names that nothing has', () => {
  beforeEach(async () => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    await writeFile(folder.file('answers.json'), '["Ana"]');
    await writeFile(folder.file('rows.csv'), 'nummer,text\n7,There is no order 7.\n');
  });

  test.each<[readonly string[], string]>([
    [
      ['--flow', 'User greeting', '--var', 'langauge=de'],
      'The flow "User greeting" has no input "langauge". It has: "language".',
    ],
    [
      ['--flow', 'User greeting', '--answers', 'answers.json', '--var', 'langauge=de'],
      'The flow "User greeting" has no input "langauge". It has: "language".',
    ],
    [
      ['--flow', 'User greeting', '--interactive', '--var', 'langauge=de'],
      'The flow "User greeting" has no input "langauge". It has: "language".',
    ],
    [
      ['--scenario', 'Unknown orders', '--data', 'rows.csv'],
      'It has: "nummer", "text". Taken would be: "number", "said".',
    ],
  ])('are refused: %j', async (args, sentence) => {
    const { code, errors, output } = await run(...args);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(sentence);
  });

  test('are refused where no flow of several has them', async () => {
    const { code, errors } = await run('--var', 'langauge=de');
    expect(code).toBe(2);
    expect(errors).toContain('No flow that is run has an input "langauge". They have: "');
    expect((await run('--flow', 'User greeting', '--flow', 'Support', '--var', 'language=pt')).code).not.toBe(
      2,
    );
  });

  test('in a file of answers are those that no option says', async () => {
    const told = async (...args: readonly string[]) =>
      (await run('--answers', 'example/answers.json', '--reporter', 'json', ...args)).output;
    // Of the example: Order lookup, in the environment local.
    expect(await told()).toMatch(/"flowName":"Order lookup","environmentName":"local"/);
    expect(await told('--env', 'staging')).toMatch(/"flowName":"Order lookup","environmentName":"staging"/);
    expect(await told('--flow', 'User greeting')).toContain('"flowName":"User greeting"');
    expect(await run('--answers', 'answers.json')).toMatchObject({ code: 2, output: '' });
    await writeFile(folder.file('answers.json'), '{"flow":"Support","answer":["1"]}');
    expect((await run('--answers', 'answers.json')).errors).toContain('perhaps with the names of a "flow"');
  });

  test('that two have are refused, and their ids are taken', async () => {
    const again = async (folderName: string, file: string, id: string): Promise<void> => {
      const text = await readFile(folder.file('example', folderName, file), 'utf8');
      const copy = text.replace(/"id": "(en|fl)_\w+"/, `"id": "${id}"`);
      await writeFile(folder.file('example', folderName, `again-${file}`), copy);
    };
    await again('environments', 'local.json', storyId('en', 'again'));
    await again('flows', 'user-greeting.json', storyId('fl', 'again'));
    expect(await run('--env', 'local')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('The workspace has 2 environments called "local"') as string,
    });
    expect(await run('--flow', 'User greeting', '--answers', 'answers.json')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('The workspace has 2 flows called "User greeting"') as string,
    });
    const ids = ['--flow', storyId('fl', 'again'), '--env', storyId('en', 'again')];
    expect(await run(...ids, '--answers', 'answers.json')).toMatchObject({ code: 0, errors: '' });
    expect((await run(...ids, '--interactive')).output).toContain('What is your name?');
    const scenario = 'scenarios/order-lookup/happy-path.json';
    const { id } = JSON.parse(await readFile(folder.file('example', scenario), 'utf8')) as { id: string };
    expect((await run('--scenario', id)).output).toContain('1 passed');
    expect((await run('--flow', 'fl_dprem2xcg2hz', '--env', storyId('en', 'again'))).output).toMatch(
      /\d+ passed in/,
    );
    const lint = ['lint', 'example', '--env'];
    expect((await ran([...lint, 'local'], { folder: folder.path })).errors).toContain(
      'name one by its id, such as en_',
    );
    expect((await ran([...lint, storyId('en', 'again')], { folder: folder.path })).code).toBe(0);
  });

  test.runIf(process.platform !== 'win32')(
    'are not needed for a bundle that comes through a pipe',
    async () => {
      await ran(['export', 'example', '--output', 'b.flowbundle.json'], { folder: folder.path });
      const program = inProject('out', 'cli', 'flowbench.js');
      const piped = 'cat b.flowbundle.json | "$0" "$1" run /dev/stdin --flow "User greeting"';
      const { stdout } = await promisify(execFile)('sh', ['-c', piped, process.execPath, program], {
        cwd: folder.path,
      });
      expect(stdout).toMatch(/\n\n\d+ passed in/);
    },
  );

  test('of places are told as what they are', async () => {
    for (const command of ['run', 'lint']) {
      const { code, errors } = await ran([command, 'nothere'], { folder: folder.path });
      const sentence = `${folder.file('nothere')} is not there. Give the folder of a workspace, or a bundle.\n`;
      expect([code, errors]).toEqual([3, sentence]);
    }
  });

  test('are told where the other columns of a file are taken', async () => {
    await writeFile(folder.file('rows.csv'), 'number,said,why\n7,There is no order 7.,gone\n');
    const { code, errors } = await run('--scenario', 'Unknown orders', '--data', 'rows.csv');
    expect([code, errors]).toEqual([
      0,
      `Nothing that is run takes the column "why" of ${folder.file('rows.csv')}.\n`,
    ]);
  });
});

test('a mark of the byte order before what is given is no part of it', async () => {
  await cp(exampleFolder, folder.file('example'), { recursive: true });
  const marked = async (name: string, text: string): Promise<string> => {
    await writeFile(folder.file(name), `\ufeff${text}`, { mode: 0o600 });
    return name;
  };
  const ways = [
    ['--flow', 'User greeting', '--answers', await marked('answers.json', '["Ana"]')],
    ['--secrets-from', `file:${await marked('secrets.json', '{}')}`],
    ['--flow', 'User greeting', '--timings', await marked('times.json', '{}')],
  ];
  for (const way of ways) expect(await run(...way)).toMatchObject({ code: 0, errors: '' });
  const template = '\ufeff{"template":"Hello","field":"text","variables":{}}';
  expect(await ran(['render'], { input: template })).toMatchObject({ code: 0, errors: '' });
});

/** A flow that asks the shop of its environment and tells all that it was given; its scenario says something of each. */
async function tellingWorkspace(origin: string): Promise<void> {
  const environments = ['test', 'staging'].map((name) =>
    environmentOf(name, [
      { name: 'shop', value: `the shop of ${name}`, enabled: true },
      { name: 'stage', value: name, enabled: true },
    ]),
  );
  const id = storyId('ep', 'Shop');
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id,
    name: 'Shop',
    baseUrl: `${origin}/{{stage}}`,
  });
  const call = { endpoint: id, method: 'GET', path: '/orders', responseVariable: 'answer' } as const;
  const flow = storyFlow({
    name: 'Tells',
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'channel', type: 'text', default: 'none' }] }],
      ['Get', 'api-call', { ...call, continueOnError: true }],
      ['Says', 'message', { text: '{{shop}}, {{channel}}, {{@uuid}}.' }],
    ],
    connections: [...inARow('Start', 'Get'), ['Get', 'success', 'Says'], ['Get', 'error', 'Says']],
  });
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', 'Tells'),
    name: 'Tells',
    flow: flow.id,
    environment: environments[0]!.id,
    inputs: [{ name: 'channel', value: 'letter' }],
    seed: 1,
  });
  await mkdir(folder.file('example'));
  await writeWorkspace(folder.file('example'), 'Tells', [...environments, endpoint, flow, scenario]);
}

const saidIn = (output: string): readonly string[] =>
  [...output.matchAll(/"type":"said","text":"([^"]*)"/g)].map(([, text = '']) => text);
const said = async (...args: readonly string[]) => saidIn((await run('--reporter', 'json', ...args)).output);

describe('what is given', () => {
  const withShop = async () => {
    const server = await HttpRecorder.start(() => 'HTTP/1.1 204 No\r\n\r\n');
    await tellingWorkspace(server.origin);
    return server;
  };

  test('as an environment takes the place of the one of the scenario', async () => {
    await using server = await withShop();
    expect((await said())[0]).toMatch(/^the shop of test, letter, /);
    expect((await said('--env', 'staging'))[0]).toMatch(/^the shop of staging, letter, /);
    expect(server.requests.map(({ target }) => target)).toEqual(['/test/orders', '/staging/orders']);
  });

  test('as a seed takes the place of its own: the same seed draws the same', async () => {
    await using _ = await withShop();
    const [own, two, twoAgain, one] = await Promise.all([
      said(),
      said('--seed', '2'),
      said('--seed', '2'),
      said('--seed', '1'),
    ]);
    expect(own).toEqual(one);
    expect(two).toEqual(twoAgain);
    expect(two).not.toEqual(one);
  });

  test('as a variable comes before what the scenario and a row say', async () => {
    await using _ = await withShop();
    await writeFile(folder.file('rows.csv'), 'channel\nweb\nphone\n');
    const channels = (texts: readonly string[]) => texts.map((text) => text.split(', ')[1]);
    expect(channels(await said('--var', 'channel=fax'))).toEqual(['fax']);
    expect(channels(await said('--data', 'rows.csv'))).toEqual(['web', 'phone']);
    expect(channels(await said('--data', 'rows.csv', '--var', 'channel=fax'))).toEqual(['fax', 'fax']);
  });

  test('as a timeout ends a scenario that waits for a server', async () => {
    await using server = await HttpRecorder.start(() => ({ then: 'silence' }));
    await callingWorkspace(folder.file('example'), server.origin);
    const { code, output } = await run('--timeout', '300');
    expect(code).toBe(1);
    expect(output).toContain('300 ms');
  });
});
