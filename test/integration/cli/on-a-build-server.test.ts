// What GitHub Actions makes of an output: it marks the files that annotations name, and takes lines for commands that a bot must not be able to give.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { inARow, storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { writeWorkspace } from '../../support/write-workspace.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

describe('annotations', () => {
  const scenario = 'scenarios/order-lookup/happy-path.json';
  beforeEach(async () => {
    await cp(exampleFolder, folder.file('shop', 'tests'), { recursive: true });
    const file = folder.file('shop', 'tests', scenario);
    // Says something else, and names an exit that there is not.
    const text = (await readFile(file, 'utf8')).replace(
      'Your order is shipped."\n      }',
      'It is lost."\n      }',
    );
    await writeFile(file, text.replace('"exit": "', '"exit": "no-'));
  });
  const annotated = async (command: string, from: string, workspace: string, root: string) => {
    const { output } = await ran([command, workspace, '--reporter', 'github'], {
      folder: folder.file(from),
      env: { GITHUB_WORKSPACE: root },
    });
    return /^::error file=([^,]*),/m.exec(output)?.[1];
  };

  test.each(['run', 'lint'])(
    'of %s name files from the root of the repository, wherever it was started',
    async (command) => {
      await mkdir(folder.file('elsewhere'));
      const root = folder.file('shop');
      for (const [from, workspace] of [
        ['shop', 'tests'],
        ['shop/tests', '.'],
        ['shop/tests/flows', '..'],
        ['elsewhere', '../shop/tests'],
      ] as const)
        expect(await annotated(command, from, workspace, root), from).toBe(`tests/${scenario}`);
    },
  );

  test('keep the path from the working directory where there is no repository, or it is another one', async () => {
    expect(await annotated('run', 'shop', 'tests', '')).toBe(`tests/${scenario}`);
    await mkdir(folder.file('elsewhere'));
    expect(await annotated('run', 'elsewhere', '../shop/tests', folder.file('elsewhere'))).toBe(
      `../shop/tests/${scenario}`,
    );
  });

  test('of merged parts do so too', async () => {
    const part = ['run', '.', '--reporter', 'json=part.jsonl'];
    await ran(part, { folder: folder.file('shop', 'tests') });
    const { output } = await ran(['report', 'merge', 'part.jsonl', '--reporter', 'github'], {
      folder: folder.file('shop', 'tests'),
      env: { GITHUB_WORKSPACE: folder.file('shop') },
    });
    expect(output).toContain(`::error file=tests/${scenario},`);
  });
});

describe('what a bot says', () => {
  /** Lines that the runner of GitHub takes for commands: a beginning after blanks, or the older form anywhere. */
  const commands = (output: string) =>
    output.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::') || line.includes('##['));
  const said = 'Hello\n::error::pwned\n  ::stop-commands::x\nall ##[add-mask]x';
  beforeEach(async () => {
    const flow = storyFlow({
      name: 'Talks',
      nodes: [
        ['Start', 'start', {}],
        ['Says', 'message', { text: said }],
      ],
      connections: inARow('Start', 'Says'),
    });
    const scenario = scenarioSchema.parse({
      format: 'flowbench.scenario',
      version: 1,
      id: storyId('sc', 'Talks'),
      name: 'Talks',
      flow: flow.id,
      snapshot: [{ who: 'bot', text: 'Hello' }],
    });
    await mkdir(folder.file('talks'));
    await writeWorkspace(folder.file('talks'), 'Talks', [flow, scenario]);
  });
  const talk = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    ran(['run', 'talks', ...args], { folder: folder.path, env });

  test.each([[[]], [['--interactive', '--flow', 'Talks']]])(
    'is no command to the server that runs it: %j',
    async (args) => {
      const { output } = await talk({ GITHUB_ACTIONS: 'true' }, ...args);
      expect(output).toContain('pwned');
      expect(commands(output)).toEqual([]);
      // Nothing to see of what keeps them apart.
      const elsewhere = await talk({}, ...args);
      const timeless = (text: string) => text.replaceAll(/[\d.]+ m?s\b/g, '');
      expect(timeless(output.replaceAll('\u200b', ''))).toBe(timeless(elsewhere.output));
      expect(commands(elsewhere.output)).not.toEqual([]);
    },
  );

  test('is in the file of a report as it was', async () => {
    await talk({ GITHUB_ACTIONS: 'true' }, '--reporter', 'human=told.txt');
    expect(await readFile(folder.file('told.txt'), 'utf8')).toContain(' ::error::pwned\n');
  });
});
