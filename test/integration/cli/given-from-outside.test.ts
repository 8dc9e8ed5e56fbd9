// What a run is given from outside, in place of what its scenarios say: each goes where it is meant, or is refused.
import { cp, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

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

  test('are told where the other columns of a file are taken', async () => {
    await writeFile(folder.file('rows.csv'), 'number,said,why\n7,There is no order 7.,gone\n');
    const { code, errors } = await run('--scenario', 'Unknown orders', '--data', 'rows.csv');
    expect([code, errors]).toEqual([
      0,
      `Nothing that is run takes the column "why" of ${folder.file('rows.csv')}.\n`,
    ]);
  });
});
