// A process may be killed at any moment while it saves; every file must be the old one or the new one.
import { readdir, readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace } from '#electron/workspace/create-workspace.ts';
import { useWorkspaces, workspacePorts } from '../../support/open-workspace.ts';
import { runs } from '../../support/runs.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { startTypescript } from '../../support/typescript-child.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
const saveForEver = new URL('../../support/save-for-ever.ts', import.meta.url);
const kills = runs(3);

beforeEach(async () => {
  const created = await createWorkspace(folder.file('shop'), 'Shop', workspacePorts(folder.file('data')));
  if (!created.ok) throw new Error(created.failure.message);
  await created.value.close();
});

/** Lets a process save for a while and kills it in the middle of whatever it is doing. */
async function killWhileSaving(afterMs: number) {
  const child = startTypescript(saveForEver, [folder.file('shop'), folder.file('data')]);
  expect(await child.line()).toBe('saving');
  const until = performance.now() + afterMs;
  while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
  child.process.kill('SIGKILL');
  expect(await child.ended).toBe('SIGKILL');
}

describe('a process that is killed while it saves', () => {
  it(
    'leaves the old document or the new one, whole, and nothing that a start does not clear away',
    { timeout: 60_000 + kills * 20_000 },
    async () => {
      for (let round = 0; round < kills; round += 1) {
        await killWhileSaving(5 + ((round * 17) % 60));
        const workspace = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
        const { documents, problems } = workspace.snapshot();
        expect(problems).toEqual([]);
        expect(documents).toHaveLength(1);
        const [stored] = documents;
        if (stored?.document.format !== 'flowbench.flow') throw new Error('another document');
        const letters = new Set(stored.document.nodes.map((node) => node.name));
        expect(stored.document.nodes).toHaveLength(200);
        expect(letters.size).toBe(1);
        expect([...letters][0]).toMatch(/^([a-z])\1{999}$/);
        const names = await readdir(folder.file('shop', 'flows'));
        expect(names).toEqual([stored.file.replace('flows/', '')]);
        expect((await readFile(folder.file('shop', stored.file), 'utf8')).endsWith('}\n')).toBe(true);
      }
    },
  );
});
