// The longer stories of the example as a person talks to them, against the API that the application serves itself.
import { expect, type Page } from '@playwright/test';
import { exampleStories } from '../stories/example-stories.ts';
import { test } from '../support/app-test.ts';
import { answer, conversation, stillBox, card } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const example = { workspace: null, args: ['--open-example'] };

async function opened(page: Page, flow: string): Promise<void> {
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name: flow, exact: true }).click();
  await expect(page.getByRole('tab', { name: flow, exact: true })).toHaveAttribute('aria-selected', 'true');
}

/** Brings the whole flow into view, and waits until it stands still there. */
async function fitted(page: Page, node: string): Promise<void> {
  await page.getByRole('button', { name: 'Fit the flow' }).first().click();
  await stillBox(card(page, node));
}

async function talked(page: Page, question: string, text: string): Promise<void> {
  await expect(conversation(page).getByText(question).last()).toBeVisible();
  await answer(page, text);
}

for (const size of pictureSizes('dark')) {
  const width = String(size.width);

  test(`a chat is held with its history at ${width}`, async ({ launch }) => {
    test.setTimeout(120_000);
    const started = await launch({ ...example, ...startedAt(size) });
    const { page } = started;
    const look = await photographer(started, { folder: `stories-${width}`, axeIn: size.axeIn });
    await opened(page, 'Tea chat');
    await fitted(page, 'Ask');
    await look('chat');
    await page.keyboard.press('Control+Enter');
    await talked(page, 'What would you like to know?', 'What does a "mug" cost?');
    await expect(conversation(page)).toContainText('Enamel mug, blue: 12.50 EUR.');
    await talked(page, 'What else would you like to know?', 'Say: \\ "{{this}}", 🍵 and é');
    await expect(conversation(page)).toContainText(
      'I know mugs, teas and teapots, but not what to say to: Say: \\ "{{this}}", 🍵 and é',
    );
    // Turned away once, and asked again when the server said.
    await answer(page, 'What did I ask first?');
    await expect(conversation(page)).toContainText('You began with: What does a "mug" cost?');
    await look('chat-talked');
    await answer(page, 'x'.repeat(1700));
    await expect(conversation(page)).toContainText('That is more than I can keep in mind.');
    await answer(page, 'Goodbye!');
    await expect(conversation(page)).toContainText('Goodbye! We have used 156 tokens.');
    await expect(conversation(page)).toContainText('Run ended');
  });

  test(`a tasting is booked at ${width}`, async ({ launch }) => {
    test.setTimeout(120_000);
    const started = await launch({ ...example, ...startedAt(size) });
    const { page } = started;
    const look = await photographer(started, { folder: `booking-${width}`, axeIn: size.axeIn });
    await opened(page, 'Pick a time');
    await fitted(page, 'Ask time');
    await look('pick-a-time');
    await opened(page, 'Tasting appointment');
    await fitted(page, 'Find time');
    await look('booking');
    await page.keyboard.press('Control+Enter');
    await talked(page, 'On which day would you like to taste our teas?', '2026-03-15');
    await expect(conversation(page)).toContainText('Nothing is free on Sunday, 15 March.');
    await page.getByRole('button', { name: 'Yes, another day' }).click();
    await talked(page, 'On which day would you like to taste our teas?', '2026-03-12');
    await talked(page, 'Free on Thursday, 12 March: 9:00, 10:30, 14:00, 15:30.', '11:00');
    await expect(conversation(page)).toContainText('11:00 is not free.');
    await answer(page, '9:00');
    await expect(conversation(page)).toContainText('Somebody has just taken 9:00');
    await look('booking-taken');
    await page.getByRole('button', { name: 'Yes, the same day' }).click();
    await talked(page, 'Free on Thursday, 12 March: 10:30, 14:00, 15:30.', '10:30');
    await expect(conversation(page)).toContainText('Booked: B-17, Thursday, 12 March at 10:30.');
    await expect(conversation(page)).toContainText('Run ended');
    await look('booking-done');
  });
}

for (const flow of ['Support', 'Pay an order']) {
  test(`${flow} is talked through to its end`, async ({ launch }) => {
    const story = exampleStories.find((each) => each.flow === flow);
    const { page } = await launch({ ...example, window: { width: 1280, height: 800 } });
    await opened(page, flow);
    await page.keyboard.press('Control+Enter');
    for (const text of story?.answers ?? []) await answeredOnce(page, text);
    await expect(conversation(page)).toContainText(story?.last ?? '');
    await expect(conversation(page)).toContainText('Run ended');
  });
}

/** Answers, and waits until the flow has heard it: the field for the next answer looks like this one. */
async function answeredOnce(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
  const before = await conversation(page).innerText();
  await answer(page, text);
  await expect.poll(() => conversation(page).innerText()).not.toBe(before);
}
