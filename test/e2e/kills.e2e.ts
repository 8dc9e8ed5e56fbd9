// The application is killed at random moments, and nothing but the last second is lost. `npm test` kills it ten times;
// test/campaigns/kills.mjs as often as it is told.
import { expect, type Page } from '@playwright/test';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import {
  documentsIn,
  endlessEdits,
  goingOn,
  letters,
  named,
  openFrom,
  type EndlessEdit,
  type State,
} from '../support/endless-edits.ts';
import { expectRunsIntact, expectWhole, interruptedRuns, killedWhile, seeded } from '../support/kills.ts';
import { launchApp, removeFolders, type LaunchedApp } from '../support/launch-app.ts';
import { saved } from '../support/person.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

const kills = Number(process.env['FLOWBENCH_KILLS'] ?? 10);
const seed = Number(process.env['FLOWBENCH_SEED'] ?? Date.now() % 1_000_000);

const endpointId = storyId('ep', 'Shop API');
const slot = 'sl_killskillski' as SecretSlot;
const token = 'token-of-the-kills-93ab';

const calls = storyFlow({
  name: 'Calls',
  nodes: [
    ['Start', 'start', {}],
    ['Say', 'message', { text: 'Here it comes' }],
    ['Get', 'api-call', { endpoint: endpointId, method: 'GET', path: '/drip', responseVariable: 'got' }],
    [
      'Get again',
      'api-call',
      { endpoint: endpointId, method: 'GET', path: '/drip', responseVariable: 'got' },
    ],
    ['End', 'end', {}],
  ],
  connections: [
    ...inARow('Start', 'Say', 'Get'),
    ['Get', 'success', 'Get again'],
    ['Get again', 'success', 'End'],
  ],
});
const scratch = storyFlow({ name: 'Scratch', nodes: [['Start', 'start', {}]], connections: [] });

/** A large body in pieces, to those who have the token. */
async function drippingServer() {
  return startStoryServer({
    routes: {
      drip: ({ headers }, response) => {
        const isKnown = headers.authorization === `Bearer ${token}`;
        response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
        let left = isKnown ? 20 : 0;
        response.write('["');
        const timer = setInterval(() => {
          if (left > 0) response.write('x'.repeat(100_000));
          else response.end('"]');
          left -= 1;
          if (left < 0) clearInterval(timer);
        }, 15);
        response.on('close', () => clearInterval(timer));
      },
    },
  });
}

const side = (page: Page) => page.getByRole('complementary', { name: 'Side bar' });

async function runningOnAndOn(page: Page): Promise<void> {
  for (;;) {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Run ended').first()).toBeVisible();
  }
}

async function deletingAndRestoring(page: Page): Promise<void> {
  const row = side(page).getByRole('treeitem', { name: 'Scratch', exact: true });
  for (;;) {
    await row.press('Delete');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(row).toBeVisible();
    await page.keyboard.press('Alt+1');
  }
}

async function settingTheSecret(page: Page, origin: string): Promise<void> {
  await page.evaluate(
    async (input) => {
      const { call } = (globalThis as unknown as { flowbench: Bridge }).flowbench;
      for (let isFirst = true; isFirst || !input.once; isFirst = false) {
        const { once: _, ...secret } = input;
        const set = await call['secret.set'](secret);
        if (!set.ok) throw new Error(set.failure.message);
      }
    },
    { documentId: endpointId, slot, origin, value: token, once: true },
  );
}

/** Brings back what a kill caught between the workspace and the trash. */
async function scratchBack({ page }: LaunchedApp): Promise<void> {
  await page.keyboard.press('Alt+1');
  const row = side(page).getByRole('treeitem', { name: 'Scratch', exact: true });
  if (await row.isVisible()) return;
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Trash');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(row).toBeVisible();
}

test(`${String(kills)} kills at random moments lose no more than the last second`, async () => {
  test.setTimeout(60_000 + kills * 20_000);
  process.stdout.write(`    ${String(kills)} kills with seed ${String(seed)}\n`);
  const random = seeded(seed);
  const server = await drippingServer();
  const shop = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Shop API',
    baseUrl: server.url,
    auth: { type: 'bearer', token: { secret: slot } },
  });
  const workspace = await storyWorkspace(shop, calls, scratch, letters, named);
  let launched = await launchApp({ workspace });
  const { userData } = launched;
  const restart = () => launchApp({ userData, workspace });
  try {
    await settingTheSecret(launched.page, server.url);
    const edits = Object.entries<EndlessEdit>(endlessEdits(shop));
    const deeds = shuffledOnAndOn([...edits, ['running'], ['both'], ['trash']] as const, random);
    let interrupted = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const [what, edit = what === 'both' ? endlessEdits(shop)['a description'] : null] = deeds.next().value;
      const afterMs = Math.round(
        random() ** (['a long text', 'a name', 'a number'].includes(what) ? 1 : 2) * 2500,
      );
      const told = `kill ${String(kill)} of seed ${String(seed)}: ${what}, ${String(afterMs)} ms`;
      await test.step(told, async () => {
        const { page } = launched;
        const states: State[] = [];
        if (what === 'trash') await page.keyboard.press('Alt+1');
        if (what === 'running' || what === 'both') await openFrom(page, 'Alt+1', 'Calls');
        if (what === 'both') await page.keyboard.press('Control+Enter');
        if (edit !== null) {
          states.push({ value: edit.kept(await documentsIn(workspace)), atMs: 0 });
          await edit.shown(page, states[0]?.value ?? '');
        }
        const killedAtMs = await killedWhile(
          launched,
          async () => {
            if (edit !== null) await goingOn(page, edit, states);
            else await (what === 'running' ? runningOnAndOn(page) : deletingAndRestoring(page));
          },
          afterMs,
        );
        launched = await restart();

        await expectWhole(launched);
        expect(await expectRunsIntact(launched, 3)).toEqual([]);
        await scratchBack(launched);
        await saved(launched.page);
        if (edit !== null) await expectKept(launched, edit, states, killedAtMs);
        const runsInterrupted = await interruptedRuns(launched);
        // A run that had not begun yet when the kill came is none.
        if (runsInterrupted > interrupted) await expect(ended(launched.page)).toBeVisible();
        interrupted = runsInterrupted;
      });
    }
    // The secret is fine: a call carries it.
    await openFrom(launched.page, 'Alt+1', 'Calls');
    await launched.page.keyboard.press('Control+Enter');
    await expect(launched.page.getByText('Run ended').first()).toBeVisible();
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
    await launched.close();
  } finally {
    await launched.app.close().catch(() => undefined);
    await server.close();
    await removeFolders(userData, workspace);
  }
});

/** The files have what the page had a second before the kill or later, and the window says what came back, by name. */
async function expectKept(
  { page, workspace }: LaunchedApp,
  edit: EndlessEdit,
  states: readonly State[],
  killedAtMs: number,
): Promise<void> {
  const kept = edit.kept(await documentsIn(workspace));
  const came = states.findLastIndex(({ value }) => value === kept);
  const safe = states.findLastIndex(({ atMs }) => atMs <= killedAtMs - 1000);
  expect(came, `of ${String(states.length)} states, the one that came back`).toBeGreaterThanOrEqual(safe);
  if (came === 0) return;
  await expect(ended(page)).toBeVisible();
  // The notice itself names three documents at the most.
  await page.getByRole('button', { name: 'Show what was restored' }).click();
  const restored = page.getByRole('dialog', { name: 'What was restored' });
  await expect(restored).toContainText(edit.document(kept));
  await page.keyboard.press('Escape');
  await expect(restored).toBeHidden();
}

/** Each of some things once, and all of them again, each time in another order. */
function* shuffledOnAndOn<Thing>(things: readonly Thing[], random: () => number): Generator<Thing, never> {
  for (;;) {
    const left = [...things];
    while (left.length > 0) yield* left.splice(Math.floor(random() * left.length), 1);
  }
}

const ended = (page: Page) =>
  page.getByText('Flowbench was ended before it could close', { exact: true }).first();
