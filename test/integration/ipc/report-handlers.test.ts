// The log for a report, made of a real log, real settings and a real workspace with secrets and names planted in all of them.
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import { storyId } from '../../stories/story-id.ts';
import { newFolder, useHandlerDesk } from '../../support/handler-desk.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const canary = 'c4nary secret with spaces';

async function plantedDesk(saveFiles: (string | null)[]) {
  const desk = newDesk(root.path, { answers: { saveFiles } });
  const folder = await newFolder(root.path, 'c4nary-workspace');
  await desk.workbench.create(folder, 'Shop of c4nary');
  const { opening } = await desk.call('workspace.read', null);
  const slot = storyId('sl', 'Token');
  const endpoint = {
    ...newEndpoint(storyId('ep', 'c4nary API'), 'c4nary API', 'https://c4nary.example/v1'),
    auth: { type: 'bearer' as const, token: { secret: slot } },
  };
  await desk.call('document.save', { opening, document: endpoint, revision: null, overwrite: false });
  const origin = 'https://c4nary.example';
  await desk.call('secret.set', { documentId: endpoint.id, slot, value: canary, origin });
  await desk.call('settings.change', {
    theme: 'dark',
    proxy: { mode: 'manual', url: 'http://c4nary.proxy:3128', noProxy: ['c4nary.example'] },
  });
  const logs = root.file('user-data', 'logs');
  await mkdir(logs, { recursive: true });
  await appendFile(`${logs}/main.1.log`, `older line ${canary} in ${folder}\n`);
  await appendFile(
    `${logs}/main.log`,
    `newer line in ${os.homedir()}/x.txt of ${os.hostname()}
`,
  );
  await desk.call('report.add', {
    message: 'x of undefined',
    stack: `TypeError: x of undefined ${canary}\n    at f (app://page/assets/index.js:1:2)`,
  });
  return { desk, folder };
}

describe('the log for a report', () => {
  it('tells versions, settings and the end of the log, and nothing of what was planted', async () => {
    const { desk, folder } = await plantedDesk([]);
    const { text } = await desk.call('report.read', null);
    expect(text).toContain('Flowbench 0.1.0, ');
    expect(text).toContain('"theme": "dark"');
    expect(text).toContain('"endpoint": 1');
    expect(text).toMatch(/older line .* in <workspace>\nnewer line in ~\/x\.txt/);
    expect(text).toContain('page: TypeError: x of undefined');
    expect(text).not.toContain('c4nary');
    for (const known of [folder, root.path, os.homedir() + '/']) expect(text).not.toContain(known);
  });

  it('is saved word for word as it was shown, where the person says', async () => {
    const target = root.file('log.txt');
    const { desk } = await plantedDesk([null, '/nowhere/at/all.txt', target]);
    const { text } = await desk.call('report.read', null);
    expect(await desk.call('report.save', null)).toMatchObject({ failure: { code: 'cancelled' } });
    expect(await desk.call('report.save', null)).toMatchObject({
      failure: { code: 'not-written', message: expect.stringContaining('its folder is not there') },
    });
    await desk.call('report.add', { message: 'came later', stack: '' });
    expect(await desk.call('report.save', null)).toEqual({ ok: true, value: { file: target } });
    expect(desk.happened.at(-1)).toBe('asked where to save flowbench-log-2026-03-01.txt');
    expect(await readFile(target, 'utf8')).toBe(text);
  });

  it('holds no more than fifty defects of a page', async () => {
    const { desk } = await plantedDesk([]);
    for (let count = 0; count < 80; count += 1)
      await desk.call('report.add', { message: 'again', stack: '' });
    const { text } = await desk.call('report.read', null);
    expect(text.match(/page: again/g)).toHaveLength(49);
  });
});
