// Secrets that travel along in a bundle reach the servers that it calls once their passphrase is there, and nothing else.
import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callingWorkspace } from '../../support/calling-workspace.ts';
import { canaries } from '../../support/canaries.ts';
import { commandLineBuilt, ran, started } from '../../support/command-line.ts';
import { echoingWorkspace } from '../../support/echoing-workspace.ts';
import { bytesFound, formsFound } from '../../support/search-bytes.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { storyId } from '../../stories/story-id.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

const passphrase = 'correct horse battery';
const opens = { FLOWBENCH_PASSPHRASE: passphrase };
const token = { FLOWBENCH_SECRET_API_TOKEN: canaries.password };
const here = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  ran(args, { folder: folder.path, env });
/** The credentials of every request, in their order. */
const credentials = ({ requests }: HttpRecorder) =>
  requests.map(({ headers }) => headers.find(([name]) => name === 'Authorization')?.[1]);
const sealed = async (workspace: string, env: Readonly<Record<string, string>>): Promise<void> => {
  const args = ['export', workspace, '--with-secrets', '--output', 'sealed.flowbundle.json'];
  expect(await here(args, { ...env, ...opens })).toMatchObject({ code: 0 });
};
const hint = 'The bundle brings secrets along: set FLOWBENCH_PASSPHRASE to the passphrase that opens them.\n';

describe('a bundle with sealed secrets', () => {
  let server: HttpRecorder;
  beforeEach(async () => {
    server = await HttpRecorder.start(() => 'HTTP/1.1 204 No\r\n\r\n');
    await callingWorkspace(folder.file('calls'), server.origin, ['Succeeds'], {
      type: 'bearer',
      token: { secret: storyId('sl', 'token') },
    });
    await sealed('calls', token);
    return () => server[Symbol.asyncDispose]();
  });
  const run = (env: Readonly<Record<string, string>>, ...more: readonly string[]) =>
    here(['run', 'sealed.flowbundle.json', ...more], env);

  test('runs with what is in it when its passphrase is given', async () => {
    expect(await run(opens)).toMatchObject({ code: 0, errors: '' });
    expect(credentials(server)).toEqual([`Bearer ${canaries.password}`]);
  });

  test('runs with another value where one is given by name', async () => {
    const other = 'another-token-4711';
    expect(await run({ ...opens, FLOWBENCH_SECRET_API_TOKEN: other })).toMatchObject({ code: 0, errors: '' });
    await writeFile(folder.file('secrets.json'), JSON.stringify({ API_TOKEN: `${other}-too` }), {
      mode: 0o600,
    });
    expect(await run(opens, '--secrets-from', 'file:secrets.json')).toMatchObject({ code: 0, errors: '' });
    expect(credentials(server)).toEqual([`Bearer ${other}`, `Bearer ${other}-too`]);
  });

  test('runs with what is in it where what is given by name is empty', async () => {
    expect(await run({ ...opens, FLOWBENCH_SECRET_API_TOKEN: '' })).toMatchObject({ code: 0, errors: '' });
    await writeFile(folder.file('secrets.json'), '{"API_TOKEN":""}', { mode: 0o600 });
    expect(await run(opens, '--secrets-from', 'file:secrets.json')).toMatchObject({ code: 0, errors: '' });
    expect(credentials(server)).toEqual([`Bearer ${canaries.password}`, `Bearer ${canaries.password}`]);
  });

  test.each([{}, { FLOWBENCH_PASSPHRASE: '' }, { FLOWBENCH_SECRET_API_TOKEN: '' }])(
    'tells what opens them without it: %j',
    async (env) => {
      const { code, errors, output } = await run(env);
      expect([code, errors]).toEqual([1, hint]);
      expect(output).toContain(
        'Set FLOWBENCH_SECRET_API_TOKEN, or set FLOWBENCH_PASSPHRASE to open the secrets of the bundle.',
      );
      expect(server.requests).toEqual([]);
    },
  );

  test('says nothing of them where none is missing', async () => {
    expect(await run(token)).toMatchObject({ code: 0, errors: '' });
    expect(credentials(server)).toEqual([`Bearer ${canaries.password}`]);
  });

  test('runs nothing with another passphrase, and says so', async () => {
    const wrong = 'wrong horse battery';
    for (const more of [[], ['--watch'], ['--interactive', '--flow', 'Calls']]) {
      const { code, errors, output } = await run({ FLOWBENCH_PASSPHRASE: wrong }, ...more);
      expect([code, output, errors]).toEqual([
        3,
        '',
        'The secrets in sealed.flowbundle.json do not open with FLOWBENCH_PASSPHRASE: give it the passphrase that the bundle was made with.\n',
      ]);
    }
    expect(server.requests).toEqual([]);
  });

  test('opens for a conversation, which else tells what opens it', async () => {
    const talk = ['--interactive', '--flow', 'Calls'] as const;
    expect(await run(opens, ...talk)).toMatchObject({ code: 0, errors: '' });
    expect(credentials(server)).toEqual([`Bearer ${canaries.password}`]);
    expect(await run({}, ...talk)).toMatchObject({ errors: hint });
    expect(server.requests).toHaveLength(1);
  });

  test('opens again for a bundle that was changed while it is watched', { timeout: 60_000 }, async () => {
    const args = ['run', 'sealed.flowbundle.json', '--watch'];
    const watching = started(args, { folder: folder.path, env: opens });
    await watching.printed('1 passed');
    const flow = folder.file('calls', 'flows', `${storyId('fl', 'Calls')}.json`);
    await writeFile(flow, (await readFile(flow, 'utf8')).replace('It was', 'This was'));
    await sealed('calls', { FLOWBENCH_SECRET_API_TOKEN: canaries.quote });
    await server.request(1);
    watching.interrupt();
    const { errors, output } = await watching.ended;
    expect(errors).toBe('');
    expect(formsFound(Buffer.from(output), canaries.quote)).toEqual([]);
    expect(credentials(server)).toEqual([`Bearer ${canaries.password}`, `Bearer ${canaries.quote}`]);
  });
});

test('what was sealed is in no report and no output, in whatever form, though a server sends it back', async () => {
  await using server = await HttpRecorder.start((request) => {
    const body = JSON.stringify({ headers: request.headers, target: request.target });
    const length = String(Buffer.byteLength(body));
    return Buffer.from(
      `HTTP/1.1 418 No\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`,
    );
  });
  const { env, secrets } = await echoingWorkspace(folder.file('shop'), server.origin, canaries);
  // The scenario of this workspace has them written out, which no bundle may.
  const scenario = folder.file('shop', 'scenarios', `${storyId('sc', 'Echo')}.json`);
  const { snapshot: _, ...told } = JSON.parse(await readFile(scenario, 'utf8')) as Record<string, unknown>;
  const expectation = { type: 'message', text: { is: 'contains', text: 'nothing of it' } };
  await writeFile(scenario, JSON.stringify({ ...told, answers: [{ text: 'Well.' }], expect: [expectation] }));
  await sealed('shop', env);
  const reports = ['junit', 'tap', 'github', 'json', 'html'].flatMap((name) => [
    '--reporter',
    `${name}=reports/report.${name}`,
  ]);
  const args = ['run', 'sealed.flowbundle.json', '--reporter', 'human', ...reports];
  const { code, errors, output } = await here(args, opens);
  expect(code).toBe(1);
  expect(JSON.stringify((await server.request()).headers)).toContain(canaries.password);
  await writeFile(folder.file('reports', 'output'), output + errors);
  expect(output).toContain('••••••••');
  for (const secret of [...secrets, passphrase]) {
    expect(await bytesFound([folder.file('reports')], secret)).toEqual([]);
    expect(formsFound(await readFile(folder.file('sealed.flowbundle.json')), secret)).toEqual([]);
  }
});
