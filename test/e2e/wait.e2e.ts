// Wait in the real window: the pause of a run is seen on the card, in the conversation and in the Timeline, and can be ended.
import { expect } from '@playwright/test';
import type { WaitUnit } from '#shared/nodes/wait-node.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';
import { fillTemplate } from '../support/fill-template.ts';
import { card, choose, conversation, inspect, saved } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

test('a run waits, counts down on the card, and goes on', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await patience('3', 's') });
  await inspect(page, 'Pause');
  await expect(card(page, 'Pause')).toContainText('3 s');
  await page.keyboard.press('Control+Enter');
  await expect(card(page, 'Pause')).toHaveAttribute('data-state', 'running');
  await expect(card(page, 'Pause')).toContainText('3 s left');
  await expect(conversation(page)).toContainText('Waits 3 s');
  await expect(card(page, 'Pause')).toContainText('2 s left');
  const pause = page
    .getByRole('treegrid', { name: 'Timeline' })
    .getByRole('row')
    .filter({ hasText: 'Pause' });
  await expect(pause).toContainText('running');
  await expect(pause).toContainText('3 s');
  expect(await axeFindings(page)).toEqual([]);
  await expect(conversation(page)).toContainText('Done waiting');
  await expect(card(page, 'Pause')).toHaveAttribute('data-state', 'done');
  await expect(card(page, 'Pause')).not.toContainText('left');
  await expect(pause).toContainText('waited');
});

test('a long wait is stopped at once', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await patience('2', 'h') });
  await inspect(page, 'Pause');
  await page.keyboard.press('Control+Enter');
  await expect(card(page, 'Pause')).toContainText('120 min left');
  await page.keyboard.press('Shift+F5');
  await expect(conversation(page)).toContainText('Run stopped');
  await expect(card(page, 'Pause')).toContainText('2 h');
  await expect(conversation(page)).not.toContainText('Done waiting');
});

test('a duration that nobody can wait is told where it is typed', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await patience('1', 's') });
  await inspect(page, 'Pause');
  const duration = page.getByRole('textbox', { name: 'Duration' });
  await fillTemplate(duration, 'soon');
  await expect(page.getByText('The duration is no number: write one such as 2 or 0.5.')).toBeVisible();
  await fillTemplate(duration, '25');
  await expect(page.getByText('The duration is no number')).toBeHidden();
  await choose(page, 'Unit', 'Hours');
  await expect(page.getByText('The duration is longer than 24 hours')).toBeVisible();
  await fillTemplate(duration, '{{nobody}}');
  await expect(page.getByText('Nothing sets nobody')).toBeVisible();
  await saved(page);
});

/** A flow that waits and then says so. */
function patience(amount: string, unit: WaitUnit): Promise<string> {
  const flow = storyFlow({
    name: 'Patience',
    nodes: [
      ['Start', 'start', {}],
      ['Pause', 'wait', { amount, unit }],
      ['Say it', 'message', { text: 'Done waiting' }],
    ],
    connections: inARow('Start', 'Pause', 'Say it'),
  });
  return drawnWorkspace(flow);
}
