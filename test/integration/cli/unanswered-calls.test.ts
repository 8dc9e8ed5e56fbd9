// What reports and conversations say of calls that could not be made or got no answer, so that nobody has to look for it.
import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { storyId } from '../../stories/story-id.ts';
import { callingWorkspace } from '../../support/calling-workspace.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:1';
const token = { type: 'bearer', token: { secret: storyId('sl', 'token') } } as const;
const reporters = ['human', 'junit', 'tap', 'github', 'json', 'html'] as const;
const run = (...args: readonly string[]) => ran(['run', 'calls', ...args], { folder: folder.path });

async function reports(...args: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const wishes = reporters.flatMap((name) => ['--reporter', `${name}=report.${name}`]);
  const { code } = await run(...wishes, ...args);
  expect(code).toBe(1);
  const texts = reporters.map(async (name) => [name, await readFile(folder.file(`report.${name}`), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

describe('a secret without a value', () => {
  const sentence = 'The secret token has no value in API.';

  test('is named in every report, with the variable that gives it one', async () => {
    await callingWorkspace(folder.file('calls'), nowhere, ['Succeeds'], token);
    const said = await reports();
    const advice = `${sentence} Set FLOWBENCH_SECRET_API_TOKEN.`;
    expect(said['human']).toContain(`\n    "Get": ${advice}\n`);
    expect(said['junit']).toContain(`&quot;Get&quot;: ${advice}</failure>`);
    expect(said['junit']).toContain(`(Get: exception, 0 ms. ${sentence})`);
    expect(said['tap']).toContain(`- "\\"Get\\": ${advice}"\n  ...`);
    expect(said['github']).toContain(`%0A"Get": ${advice}\n`);
    expect(said['json']).toContain('"wayOn":"Set FLOWBENCH_SECRET_API_TOKEN."');
    expect(said['html']).toContain(`<p class="bad">${advice}</p>`);
  });

  test('is named with the file that secrets are taken from', async () => {
    await callingWorkspace(folder.file('calls'), nowhere, ['Succeeds'], token);
    await writeFile(folder.file('secrets.json'), '{}', { mode: 0o600 });
    const { output } = await run('--secrets-from', 'file:secrets.json');
    expect(output).toContain(`"Get": ${sentence} Write API_TOKEN into ${folder.file('secrets.json')}.`);
  });

  test('is named in a conversation', async () => {
    await callingWorkspace(folder.file('calls'), nowhere, ['Succeeds'], token);
    const { output } = await run('--interactive');
    expect(output).toContain(`→ Get exception\n       ${sentence} Set FLOWBENCH_SECRET_API_TOKEN.\n`);
  });
});

describe('a server that is not there', () => {
  test('is named in every report, and in a conversation', async () => {
    await callingWorkspace(folder.file('calls'), nowhere);
    const said = await reports();
    const sentence = '127.0.0.1 refused the connection on port 1.';
    expect(said['human']).toContain(`\n    "Get": ${sentence}`);
    expect(said['junit']).toMatch(/<failure [^>]*>[^<]*&quot;Get&quot;: 127/);
    expect(said['tap']).toContain(sentence);
    expect(said['github']).toContain(sentence);
    expect(said['json']).toContain(sentence);
    expect(said['html']).toContain(`<p class="bad">${sentence}`);
    expect((await run('--interactive')).output).toContain(`→ Get failure\n       ${sentence}`);
  });
});

test('a scenario that passes tells of none of its calls', async () => {
  await callingWorkspace(folder.file('calls'), nowhere, []);
  await writeFile(folder.file('answers.json'), '[]');
  const { code, output } = await run('--flow', 'Calls', '--answers', 'answers.json');
  expect([code, output]).toEqual([0, expect.not.stringContaining('"Get"')]);
});
