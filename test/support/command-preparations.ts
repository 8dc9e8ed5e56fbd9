// What each command of the palette needs to have something to do, and what it ends with.
import { expect, type Page } from '@playwright/test';
import type { CommandId } from '#shared/commands/commands.ts';
import { answer, card, conversation, saved } from './person.ts';

/** What makes a command have something to do, where the window as it stands does not. */
export const prepared: Partial<Record<CommandId, (page: Page) => Promise<void>>> = {
  'side-bar.flows': (page) => page.keyboard.press('Alt+2'),
  'theme.light': (page) => command(page, 'Theme: dark'),
  'theme.system': (page) => command(page, 'Theme: high contrast'),
  'place.back': (page) => command(page, 'Components'),
  'place.forward': async (page) => {
    await command(page, 'Components');
    await command(page, 'Go back');
  },
  'side.open': (page) => command(page, 'Components'),
  'tab.move-left': (page) => command(page, 'Components'),
  'tab.move-right': async (page) => {
    await command(page, 'Components');
    await command(page, 'Previous tab');
  },
  'tab.next': (page) => command(page, 'Components'),
  'tab.previous': (page) => command(page, 'Components'),
  'edit.undo': (page) => command(page, 'Tidy the layout'),
  'edit.redo': async (page) => {
    await command(page, 'Tidy the layout');
    await command(page, 'Undo');
  },
  'edit.paste': (page) => command(page, 'Copy'),
  'canvas.focus': (page) => page.getByRole('textbox', { name: 'Name of the node' }).click(),
  'canvas.fit': (page) => command(page, 'Zoom in'),
  'canvas.tidy-selection': async (page) => {
    await page.keyboard.press('Shift+ArrowDown');
    await command(page, 'Select all');
  },
  'canvas.align-left': (page) => command(page, 'Select all'),
  'canvas.align-centre': (page) => command(page, 'Select all'),
  'canvas.align-right': (page) => command(page, 'Select all'),
  'canvas.align-top': (page) => command(page, 'Select all'),
  'canvas.align-middle': (page) => command(page, 'Select all'),
  'canvas.align-bottom': (page) => command(page, 'Select all'),
  'canvas.distribute-x': (page) => command(page, 'Select all'),
  'canvas.distribute-y': (page) => command(page, 'Select all'),
  'canvas.open-flow': async (page) => {
    await command(page, 'New flow');
    await backToTheCall(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('sub');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Flow', exact: true }).click();
    await page.getByRole('option', { name: 'New flow', exact: true }).click();
    await page.keyboard.press('Escape');
  },
  'run.debug': (page) => command(page, 'Stop'),
  'run.pause': (page) => command(page, 'Run'),
  'run.stop': (page) => command(page, 'Run'),
  'run.to-node': (page) => command(page, 'Stop'),
  'run.show-pause': async (page) => {
    await command(page, 'Step back');
    await page.getByRole('treeitem', { name: 'Get order' }).first().click();
  },
  'run.send-again': async (page) => {
    await ranToItsEnd(page);
    await steppedBackTo(page, 'Get order');
  },
  'run.newest': async (page) => {
    await page.keyboard.press('Alt+5');
    const runs = page.getByRole('list', { name: 'Runs' });
    await runs.getByRole('listitem').last().getByRole('button').first().click();
    await expect(page.getByRole('region', { name: /from the history$/ })).toBeVisible();
  },
  'scenario.record': (page) => ranToItsEnd(page),
  'scenario.run': (page) => scenarioRan(page),
  'scenario.update-snapshot': (page) => scenarioRan(page),
  'scenario.show': (page) => page.getByRole('tab', { name: 'Timeline' }).click(),
  'group.remove': (page) => grouped(page),
  'group.collapse': (page) => grouped(page),
  'group.collapse-all': (page) => grouped(page),
  'group.expand-all': async (page) => {
    await grouped(page);
    await command(page, 'Collapse all groups');
  },
  'canvas.find-next': (page) => lookedFor(page, 'order'),
  'canvas.find-previous': (page) => lookedFor(page, 'order'),
  'call.live': (page) => fixtureMade(page),
  'run.all-live': (page) => fixtureMade(page),
  'call.copy-curl': async (page) => {
    await page.getByLabel('Sample value of order_id').fill('10482');
    await expect(page.getByRole('button', { name: 'Copy as cURL' }).first()).toBeVisible();
  },
};

/** What a command ends with that reads something first: before that, the next one would come into its midst. */
export const ended: Partial<Record<CommandId, (page: Page) => Promise<void>>> = {
  'scenario.record': (page) =>
    expect(page.getByRole('textbox', { name: 'Name of the scenario' })).toBeVisible(),
};

async function ranToItsEnd(page: Page): Promise<void> {
  await command(page, 'Run');
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
}

/** Shows a scenario of the example in its tab, run to its end. */
async function scenarioRan(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  const scenarios = page.getByRole('tree', { name: 'Scenarios' });
  await scenarios.getByRole('treeitem', { name: /^Happy path/ }).click();
  await command(page, 'Run the scenario');
  await expect(page.getByRole('region', { name: 'Result', exact: true })).toContainText('passed in');
}

/** Puts a frame round the call. */
async function grouped(page: Page): Promise<void> {
  await command(page, 'Group the selected nodes');
  await page.keyboard.press('Enter');
}

/** Looks for a text, with the panel open. */
async function lookedFor(page: Page, text: string): Promise<void> {
  await command(page, 'Find in the flow');
  await page.getByRole('combobox', { name: 'Find in the flow' }).fill(text);
  await expect(
    page.getByRole('region', { name: 'Find in the flow' }).getByRole('option').first(),
  ).toBeVisible();
}

/** Lets a new fixture answer the call, which is selected again afterwards. */
async function fixtureMade(page: Page): Promise<void> {
  await command(page, 'New fixture for this API Call');
  await backToTheCall(page);
}

/** Goes back in a run, moment by moment, until it is looked at before a node. */
async function steppedBackTo(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Debugger' });
  await expect(async () => {
    await page.keyboard.press('Alt+F10');
    await expect(bar).toContainText(`Back at ${name}`, { timeout: 500 });
  }).toPass();
}

/** Back to the flow with its API Call selected, whatever the last command did. */
export async function backToTheCall(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+1');
  await page
    .getByRole('complementary', { name: 'Side bar' })
    .getByRole('tree', { name: 'Flows' })
    .getByRole('treeitem', { name: 'Order lookup', exact: true })
    .click();
  if ((await card(page, 'Get order').count()) === 0) await command(page, 'Undo');
  if ((await page.getByRole('complementary', { name: 'Inspector' }).count()) === 0)
    await command(page, 'Show or fold the inspector');
  await page
    .getByRole('complementary', { name: 'Side bar' })
    .getByRole('tree', { name: 'Outline' })
    .getByRole('treeitem', { name: 'Get order' })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Get order');
  await saved(page);
}

/** Chooses a command in the palette, as its only entry of that name. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+K');
  // At once: typing letter by letter would look through all commands for each of them.
  await page.keyboard.insertText(`>${title}`);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(title, { exact: true }) })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toHaveCount(0);
}
