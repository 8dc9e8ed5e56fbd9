// The command line takes secrets from its environment or a file; it has no code that could open the vault of the window.
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { commandLineBuilt } from '../../support/command-line.ts';

beforeAll(commandLineBuilt, 60_000);

test('flowbench knows neither the files of vaults nor that of their keys', async () => {
  const program = await readFile(inProject('out', 'cli', 'flowbench-program.cjs'), 'utf8');
  expect(program).toContain('flowbench.bundle');
  for (const word of ['vault.json', 'flowbench.vault', 'vault-passphrase', 'safeStorage'])
    expect(program).not.toContain(word);
});
