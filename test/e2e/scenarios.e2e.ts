// Scenarios as documents of the window: made, edited in a form and as JSON, undone, and read again from the disk.
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { command } from '../support/command-preparations.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { inMenu, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const tree = (page: Page) => page.getByRole('tree', { name: 'Scenarios' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const item = (within: Locator, list: string, at: number) =>
  within
    .getByRole('list', { name: list, exact: true })
    .getByRole('listitem', { name: `${list}, row ${String(at)}`, exact: true });
const json = (page: Page) => page.getByRole('textbox', { name: 'Scenario as JSON' });

/** The window over a copy of the example, whose files can be looked at and changed. */
async function example(
  launch: (options: object) => Promise<LaunchedApp>,
  prepare: (workspace: string) => Promise<void> = () => Promise.resolve(),
) {
  const workspace = await mkdtemp(path.join(tmpdir(), 'flowbench-scenarios-'));
  await cp('examples/order-lookup', workspace, { recursive: true });
  await prepare(workspace);
  return launch({ workspace, ...startedAt({ width: 1280, height: 800 }) });
}

for (const size of pictureSizes('dark')) {
  const width = String(size.width);

  test(`every view of scenarios at ${width}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const started = await launch({ workspace: null, args: ['--open-example'], ...startedAt(size) });
    const { page } = started;
    const look = await photographer(started, { folder: `scenarios-${width}`, axeIn: size.axeIn });
    await page.keyboard.press('Alt+4');
    await row(page, 'Happy path').click();
    await expect(page.getByRole('textbox', { name: 'Name of the scenario' })).toHaveValue('Happy path');
    await look('form-top');
    for (const name of ['Stand-ins', 'Expectations', 'Data', 'Run']) {
      await section(page, name).evaluate((element) => element.scrollIntoView());
      await look(`form-${name.toLowerCase()}`);
    }
    await page.getByRole('radio', { name: 'JSON' }).click();
    await expect(json(page)).toBeVisible();
    await look('json');
    await page.getByRole('radio', { name: 'Form' }).click();
    await page.getByRole('button', { name: 'New scenario' }).first().click();
    await look('new');
  });
}

test('a scenario is made, named, filled in and found again in its file', async ({ launch }) => {
  const { page, workspace } = await example(launch);
  await page.keyboard.press('Control+W');
  await expect(page.getByText('Nothing is open')).toBeVisible();
  await command(page, 'New scenario');
  const question = page.getByRole('dialog', { name: 'New scenario' });
  await choose(page, question.getByLabel('Flow', { exact: true }), 'Order lookup');
  await question.getByRole('button', { name: 'Make it' }).click();
  const name = page.getByRole('textbox', { name: 'Name of the scenario' });
  await expect(name).toHaveValue('New scenario');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'New name of New scenario' })).toBeFocused();
  await page.keyboard.type('Lost order');
  await page.keyboard.press('Enter');
  await expect(name).toHaveValue('Lost order');

  const about = section(page, 'About');
  await about.getByLabel('Description').fill('The carrier has lost it.');
  await about.getByRole('button', { name: '+ Tag' }).click();
  await page.keyboard.type('smoke');
  await page.keyboard.press('Enter');
  await section(page, 'Setup').getByRole('radio', { name: 'Refused' }).click();

  const answers = section(page, 'Answers');
  await answers.getByRole('button', { name: 'Answer', exact: true }).click();
  await item(answers, 'Answers', 1).getByLabel('Text', { exact: true }).fill('10482');
  await answers.getByRole('button', { name: 'Answer', exact: true }).click();
  await choose(
    page,
    item(answers, 'Answers', 2).getByLabel('Answers', { exact: true }),
    'Questions that fit',
  );
  await item(answers, 'Answers', 2).getByLabel('Expected question').fill('anything else');
  await item(answers, 'Answers', 2).getByLabel('Text', { exact: true }).fill('no');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(item(answers, 'Answers', 1).getByLabel('Expected question')).toHaveValue('anything else');

  const standIns = section(page, 'Stand-ins');
  await standIns.getByRole('button', { name: 'Stand-in', exact: true }).click();
  await choose(page, item(standIns, 'Stand-ins', 1).getByLabel('Answered by'), 'A fault');
  await choose(page, item(standIns, 'Stand-ins', 1).getByLabel('What goes wrong'), 'Connection broken');

  const data = section(page, 'Data');
  await data.getByRole('button', { name: 'Paste or open a file…' }).click();
  await page
    .getByRole('dialog', { name: 'Rows of data' })
    .getByLabel('Rows', { exact: true })
    .fill('number,said\n1,"No, sorry."\n2');
  await page.getByRole('button', { name: 'Take the rows' }).click();
  await expect(page.getByText('This has 1 cells in place of 2 in row 2.')).toBeVisible();
  await page
    .getByRole('dialog', { name: 'Rows of data' })
    .getByLabel('Rows', { exact: true })
    .fill('number,said\n1,"No, sorry."');
  await page.getByRole('button', { name: 'Take the rows' }).click();
  await expect(data.getByLabel('said, row 1')).toHaveValue('No, sorry.');

  const expectations = section(page, 'Expectations');
  for (const kind of kinds) {
    await expectations.getByRole('button', { name: 'Expectation', exact: true }).click();
    await inMenu(page);
    await page.getByRole('menuitem', { name: kind, exact: true }).click();
  }
  const says = item(expectations, 'Expectations', 1);
  await choose(page, says.getByLabel('From'), 'A column');
  await choose(page, says.getByLabel('Column', { exact: true }), 'said');
  const variable = item(expectations, 'Expectations', 2);
  await variable.getByLabel('Variable, or a part of it').fill('order_id');
  await choose(page, variable.getByLabel('From'), 'JSON');
  await variable.getByLabel('Expected value').fill('{');
  await expect(variable.getByText('JSON that cannot be read')).toBeVisible();
  await variable.getByLabel('Expected value').fill('1');
  await saved(page);

  const folder = path.join(workspace, 'scenarios', 'order-lookup');
  await expect.poll(() => readdir(folder)).toContain('lost-order.json');
  const written: unknown = JSON.parse(await readFile(path.join(folder, 'lost-order.json'), 'utf8'));
  expect(written).toMatchObject({
    name: 'Lost order',
    description: 'The carrier has lost it.',
    tags: ['smoke'],
    network: 'refused',
    answers: [{ when: { is: 'contains', text: 'anything else' }, text: 'no' }, { text: '10482' }],
    standIns: [{ use: { type: 'fault', fault: { kind: 'reset' } } }],
    data: { columns: ['number', 'said'], rows: [['1', 'No, sorry.']] },
    expect: [
      { type: 'message', text: { is: 'contains', column: 'said' } },
      { type: 'variable', path: 'order_id', value: { is: 'equal', json: '1' } },
      { type: 'exit' },
      { type: 'path' },
      { type: 'call', status: 'success' },
      { type: 'calls', count: 1 },
      { type: 'call-order' },
      { type: 'end', outcome: 'ended' },
      { type: 'duration', atMostMs: 1000 },
    ],
  });
});

test('a problem leads to its row, JSON is never lost before it is a scenario, and what is edited, changed or deleted comes back', async ({
  launch,
}) => {
  const { page, workspace } = await example(launch, async (folder) => {
    const file = path.join(folder, 'scenarios/order-lookup/happy-path.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('nd_rplmeo4jjaej', 'nd_aaaaaaaaaaaa'));
  });
  await problemLeadsToRow(page);
  await writtenAsJson(page);
  await editedAndBroughtBack(page, workspace);
});

/** A scenario whose node is gone says so in the problems, and there is a way to the row. */
async function problemLeadsToRow(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  const problem = page.getByText('Answer 1 is about a node that is gone from the flow.');
  await problem.click();
  await expect(page.getByRole('textbox', { name: 'Name of the scenario' })).toHaveValue('Happy path');
  await expect(
    section(page, 'Answers').getByText('This node is gone from the flow. Pick another one.'),
  ).toBeVisible();
}

/** What is written as JSON takes its place once it is a scenario, and is never lost before. */
async function writtenAsJson(page: Page): Promise<void> {
  await opened(page, 'Happy path');
  await page.getByRole('radio', { name: 'JSON' }).click();
  await json(page).focus();
  await expect(json(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('x');
  await expect(page.getByText('This is no scenario yet')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Line 1: / })).toBeVisible();
  await saved(page);
  await row(page, 'Carrier down').click();
  await opened(page, 'Happy path');
  await expect(page.getByRole('button', { name: /^Line 1: / })).toBeVisible();
  await page.getByRole('radio', { name: 'Form' }).click();
  await expect(page.getByText('Its JSON holds something that is no scenario yet')).toBeVisible();
  await expect(section(page, 'About').getByLabel('Description')).toHaveValue(/carrier is busy/);
  await page.getByRole('button', { name: 'Show the JSON' }).click();
  await json(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Delete');
  await expect(page.getByText('This is no scenario yet')).toBeHidden();
  await page.getByRole('radio', { name: 'Form' }).click();
  await expect(page.getByText('Its JSON holds something')).toBeHidden();
}

/** An edit is undone, a change of the file is taken over, and a deletion can be taken back. */
async function editedAndBroughtBack(page: Page, workspace: string): Promise<void> {
  const file = path.join(workspace, 'scenarios/order-lookup/happy-path.json');
  await opened(page, 'Happy path');
  const network = section(page, 'Setup').getByRole('radio', { name: 'Allowed' });
  await network.click();
  await expect(network).toBeChecked();
  await page.keyboard.press('Control+Z');
  await expect(network).not.toBeChecked();
  await saved(page);

  const before = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, `${JSON.stringify({ ...before, description: 'Written elsewhere' }, null, 2)}\n`);
  await expect(page.getByText('Happy path was changed on disk')).toBeVisible();
  await page.getByRole('button', { name: 'Load what is on disk' }).click();
  await expect(section(page, 'About').getByLabel('Description')).toHaveValue('Written elsewhere');

  await row(page, 'Happy path').press('Delete');
  await expect(row(page, 'Happy path')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Happy path')).toBeVisible();
}

/** The kinds of expectations, as the menu lists them. */
const kinds = [
  'The bot says',
  'A variable at the end',
  'A node is left by an exit',
  'The path through the nodes',
  'One call',
  'The number of calls',
  'The order of the calls',
  'How it ends',
  'How long it takes',
];

async function opened(page: Page, name: string): Promise<void> {
  if (!(await tree(page).isVisible())) await page.keyboard.press('Alt+4');
  await row(page, name).click();
  await expect(page.getByRole('textbox', { name: 'Name of the scenario' })).toHaveValue(name);
}

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
