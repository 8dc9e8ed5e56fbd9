// Kills the application at random moments of editing and running, and looks at what the next start makes of it.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '#shared/ipc/contract.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { filesBelow } from './search-bytes.ts';
import { workspaceOf } from './answered-dialogs.ts';
import type { LaunchedApp } from './launch-app.ts';

/** Numbers from 0 up to 1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is done until the application is killed; it goes on until the page is gone. */
export type Doing = (page: Page) => Promise<void>;

/** Does something, kills the application's main process after a while, and gives the moment. */
export async function killedWhile(launched: LaunchedApp, doing: Doing, afterMs: number): Promise<number> {
  const main = launched.app.process();
  const exit = once(main, 'exit');
  const over = doing(launched.page).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const killedAtMs = performance.now();
  main.kill('SIGKILL');
  expect(await exit).toEqual([null, 'SIGKILL']);
  await over;
  return killedAtMs;
}

/** Names that only something that is being written has. */
const unfinished = /\.tmp$|\.tmp-|\.part$|\.body$/;

/** Everything that lies about is whole: no file damaged, none half written, every document readable. */
export async function expectWhole(launched: LaunchedApp): Promise<void> {
  const { userData, workspace } = launched;
  expect((await workspaceOf(launched)).problems).toEqual([]);
  const data = path.join(userData, 'workspaces');
  const names = async () => [...(await filesBelow(workspace)), ...(await filesBelow(data))];
  await expect.poll(async () => (await names()).filter((name) => unfinished.test(name))).toEqual([]);
  const files = await names();
  expect(files.filter((name) => name.includes('damaged'))).toEqual([]);
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const text = await readFile(file, 'utf8').catch(() => null);
    // What was swept since is nothing that was lost.
    if (text === null) continue;
    expect(() => JSON.parse(text) as unknown, file).not.toThrow();
    if (file.startsWith(workspace) && path.basename(file) !== 'flowbench.json')
      expect(readDocument(file, text), file).toMatchObject({ ok: true });
  }
}

/** No run seems to go on, each can be opened, and of each body it is there or said that it is not. */
export async function expectRunsIntact({ page }: LaunchedApp, newest: number): Promise<readonly string[]> {
  return page.evaluate(async (count) => {
    const { call } = (globalThis as unknown as { flowbench: Bridge }).flowbench;
    const { runs } = await call['history.list']({ offset: 0, length: 1000 });
    const wrong = runs.filter(({ outcome }) => outcome === 'running').map(({ runId }) => `${runId} runs`);
    for (const { runId } of runs.slice(0, count)) {
      const opened = await call['history.open']({ runId, offset: 0 });
      if (!opened.ok) wrong.push(`${runId}: ${opened.failure.message}`);
      const bodies = opened.ok ? opened.value.events.filter((event) => event.type === 'call-ended') : [];
      for (const { body } of bodies) {
        if (body === null) continue;
        const read = await call['body.read']({ runId, handle: body.handle, offset: 0, length: 100 });
        if (!read.ok && read.failure.code !== 'gone') wrong.push(`${runId}: ${read.failure.message}`);
      }
    }
    return wrong;
  }, newest);
}

/** How many runs of the history were interrupted. */
export async function interruptedRuns({ page }: LaunchedApp): Promise<number> {
  return page.evaluate(async () => {
    const { call } = (globalThis as unknown as { flowbench: Bridge }).flowbench;
    const { runs } = await call['history.list']({ offset: 0, length: 1000 });
    return runs.filter(({ outcome }) => outcome === 'interrupted').length;
  });
}
