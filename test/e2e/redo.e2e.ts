// What was deleted and had again is deleted again by nobody who did something else since, and is as it was left on screen.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { card, flowOpened } from '../support/person.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

test.use({ sharesWindow: true });

const flow = (name: string): Flow => storyFlow({ name, nodes: [['Start', 'start', {}]], connections: [] });
const window = { width: 1280, height: 800 };
const row = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });

/** How far down the first node of a flow lies, as its file says. */
function topIn(file: string): number {
  const { nodes } = JSON.parse(readFileSync(file, 'utf8')) as Flow;
  return nodes[0]?.position.y ?? NaN;
}

async function movedDown(page: Page, name: string): Promise<void> {
  await flowOpened(page, name);
  await card(page, 'Start').click();
  await page.keyboard.press('Shift+ArrowDown');
}

test('an edit ends redo: a flow that was had again stays', async ({ launch }) => {
  const workspace = await storyWorkspace(flow('Returns'), flow('Order lookup'));
  const { page } = await launch({ window, workspace });
  const at = (name: string) => path.join(workspace, 'flows', name);
  await row(page, 'Returns').press('Delete');
  await expect.poll(() => existsSync(at('returns.json'))).toBe(false);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => existsSync(at('returns.json'))).toBe(true);
  await movedDown(page, 'Order lookup');
  await expect.poll(() => topIn(at('order-lookup.json'))).toBeGreaterThan(0);
  await page.keyboard.press('Control+Shift+Z');
  // Undo comes after it and has only the edit to take back.
  await page.keyboard.press('Control+Z');
  await expect.poll(() => topIn(at('order-lookup.json'))).toBe(0);
  await expect(row(page, 'Returns')).toBeVisible();
  expect(existsSync(at('returns.json'))).toBe(true);
});

test('undo of a deletion leaves a flow alone that the trash gave back, with its own undo', async ({
  launch,
}) => {
  const workspace = await storyWorkspace(flow('Returns'), flow('Order lookup'));
  const { page } = await launch({ window, workspace });
  const top = () => topIn(path.join(workspace, 'flows/returns.json'));
  await row(page, 'Returns').press('Delete');
  await expect(row(page, 'Returns')).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Trash');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(row(page, 'Returns')).toBeVisible();
  await movedDown(page, 'Returns');
  await expect.poll(top).toBeGreaterThan(0);
  await flowOpened(page, 'Order lookup');
  await page.keyboard.press('Control+Z');
  await flowOpened(page, 'Returns');
  await page.keyboard.press('Control+Z');
  await expect.poll(top).toBe(0);
});
