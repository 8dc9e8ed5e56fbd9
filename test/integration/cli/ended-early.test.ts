// A run that somebody ends, by whatever signal or by reading no further: its reports are whole, and nothing stays behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { callingWorkspace } from '../../support/calling-workspace.ts';
import { commandLineBuilt, started } from '../../support/command-line.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

const env = async () => {
  await mkdir(folder.file('tmp'));
  return { TMPDIR: folder.file('tmp'), TEMP: folder.file('tmp') };
};

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends what is under way, writes the reports and removes what was put down',
  async (signal) => {
    await using server = await HttpRecorder.start(() => ({ then: 'silence' }));
    await callingWorkspace(folder.file('calls'), server.origin, ['First', 'Second']);
    const args = ['run', 'calls', '--reporter', 'human', '--reporter', 'junit=report.xml'];
    const run = started(args, { folder: folder.path, env: await env() });
    await server.request();
    run.interrupt(signal);
    const { code, output } = await run.ended;
    expect([code, output]).toEqual([1, expect.stringContaining('1 failed, 1 skipped, perhaps incomplete')]);
    const report = await readFile(folder.file('report.xml'), 'utf8');
    expect(report).toContain('The run was interrupted.');
    expect(report).toMatch(/<\/testsuites>\n$/);
    expect(await readdir(folder.file('tmp'))).toEqual([]);
  },
);

test('a reader that has had enough ends it, and what was put down is removed', async () => {
  let readNoMore = (): void => undefined;
  const isUnread = new Promise<void>((resolve) => {
    readNoMore = resolve;
  });
  await using server = await HttpRecorder.start(async (_, number) => {
    await isUnread;
    return number === 0 ? 'HTTP/1.1 204 No\r\n\r\n' : { then: 'silence' };
  });
  await callingWorkspace(folder.file('calls'), server.origin, ['First', 'Second', 'Third']);
  const program = [inProject('out', 'cli', 'flowbench.js'), 'run', 'calls', '--reporter', 'json'];
  const run = spawn(process.execPath, program, {
    cwd: folder.path,
    env: { PATH: process.env['PATH'] ?? '', ...(await env()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // What is told of the first answer goes nowhere, and a second one never comes.
  await server.request();
  run.stdout.once('close', readNoMore).destroy();
  const [code] = (await once(run, 'close')) as [number | null];
  expect(code).toBe(3);
  expect(server.requests.length).toBeLessThan(3);
  expect(await readdir(folder.file('tmp'))).toEqual([]);
});
