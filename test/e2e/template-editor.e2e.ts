// The editor that comes in the place of a field of templates: nothing typed is lost, nothing moves, and the window's keys work.
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { editorOpened, fillTemplate } from '../support/fill-template.ts';
import { openComponents } from '../support/open-components.ts';
import { themeChosen } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

const cell = (page: Page, caption: string): Locator => page.locator(`[data-cell="${caption}"]`);
const fieldIn = (page: Page, caption: string): Locator => cell(page, caption).getByRole('textbox').first();

/** Where the box of a field stands, and each stretch of its letters, in pixels from what is around the field. */
function placesOf(field: Locator): Promise<readonly (readonly number[])[]> {
  return field.evaluate((element) => {
    const box = element.closest('[data-template-field]') ?? element;
    const shown = box.querySelector('.view-lines') ?? box.querySelector('pre') ?? box;
    const around = (box.parentElement ?? box).getBoundingClientRect();
    const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
    const rects = [box.getBoundingClientRect()];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      // Word by word: white space at the end of a line belongs to its stretch or not, as the text is cut.
      for (const { index, 0: word } of String(node.textContent).matchAll(/[^\s\u200b]+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        rects.push(...range.getClientRects());
      }
    }
    return rects
      .map(({ left, top, width }) => [left - around.left, top - around.top, width].map(Math.round))
      .sort(([left = 0, top = 0], [otherLeft = 0, otherTop = 0]) => top - otherTop || left - otherLeft);
  });
}

/** How far the first and the last letter of each line lie from the left. */
const lineEdges = (places: readonly (readonly number[])[]) => {
  const lines = new Map<number, [number, number]>();
  for (const [left = 0, top = 0, width = 0] of places.slice(1)) {
    const [from, to] = lines.get(top) ?? [Infinity, -Infinity];
    lines.set(top, [Math.min(from, left), Math.max(to, left + width)]);
  }
  return [...lines].map(([top, [from, to]]) => [top, from, to]);
};

/** How far two sets of lines lie apart at most; a letter cut elsewhere is measured with another rounding. */
function apart(some: readonly (readonly number[])[], others: readonly (readonly number[])[]): number {
  if (some.length !== others.length) return Infinity;
  return Math.max(
    ...some.flatMap((edges, line) =>
      edges.map((edge, at) => Math.abs(edge - (others[line]?.[at] ?? Infinity))),
    ),
  );
}

test('nothing moves when the editor comes and when it goes', async ({ launch }, info) => {
  const { page } = await launch({ window });
  await openComponents(page);
  const long =
    'A line that is so long that it has to wrap {{customer.name}}, and one/with-signs?that=break {{#if x}}y{{/if}}';
  await fillTemplate(fieldIn(page, 'lines of text'), `${long}\n\n\t{{order_id}} ${long}`);
  for (const caption of ['template', 'lines of text', 'key-value rows']) {
    const field =
      caption === 'key-value rows' ? cell(page, caption).getByLabel('Value, row 1') : fieldIn(page, caption);
    await page.getByRole('button', { name: 'Fill in' }).focus();
    await expect(field).not.toHaveClass(/inputarea/);
    await field.scrollIntoViewIfNeeded();
    const before = await placesOf(field);
    const looksBefore = await cell(page, caption).screenshot({
      path: info.outputPath(`${caption}-rest.png`),
    });
    await editorOpened(field);
    const during = await placesOf(field);
    await cell(page, caption).screenshot({ path: info.outputPath(`${caption}-editor.png`) });
    expect(during[0], caption).toEqual(before[0]);
    expect(apart(lineEdges(during), lineEdges(before)), caption).toBeLessThanOrEqual(1);
    expect(looksBefore.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Fill in' }).focus();
    await expect(field).not.toHaveClass(/inputarea/);
    expect(await placesOf(field), caption).toEqual(before);
  }
});

test('the selection is kept and a click not cut off, one line stays one, and Enter, Tab and Escape are the window’s', async ({
  launch,
}) => {
  const { app, page } = await launch({ window });
  await openComponents(page);
  const field = fieldIn(page, 'template');
  await field.evaluate((input: HTMLInputElement) => {
    input.focus();
    input.setSelectionRange(1, 7);
  });
  await expect(field).toHaveClass(/inputarea/);
  await page.keyboard.type('users');
  await expect(field).toHaveValue(/^\/users\/\{\{/);
  await page.keyboard.press('Tab');
  await expect(field).not.toHaveClass(/inputarea/);
  const place = (await field.boundingBox())!;
  await page.mouse.move(place.x + 2, place.y + 9);
  await page.mouse.down();
  await page.mouse.move(place.x + 45, place.y + 9, { steps: 4 });
  await expect(field).not.toHaveClass(/inputarea/);
  await page.mouse.up();
  await expect(field).toHaveClass(/inputarea/);
  await page.keyboard.type('x');
  await expect(field).toHaveValue(/^x/);

  await fillTemplate(field, '/orders');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('/orders');
  await app.evaluate(({ clipboard }) => clipboard.writeText('/a\n/b\r\n/c'));
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue('/orders/a/b/c');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await expect(field).not.toHaveClass(/inputarea/);
  await expect(field).toHaveValue('/orders/a/b/c');
});

test('a changed theme changes the colours of an open editor; completion is accepted, and Escape closes its list first', async ({
  launch,
}) => {
  const { page } = await launch({ window, settings: { theme: 'light' } });
  await openComponents(page);
  const field = fieldIn(page, 'template');
  const expression = cell(page, 'template').locator('.view-line span > span', { hasText: 'order_id' });
  await editorOpened(field);
  await expect(expression).toHaveCSS('color', 'rgb(12, 102, 99)');
  await themeChosen(page, 'dark');
  await expect(expression).toHaveCSS('color', 'rgb(104, 211, 200)');
  await themeChosen(page, 'contrast');
  await expect(expression).toHaveCSS('color', 'rgb(127, 240, 228)');
  expect(await axeFindings(page, '[data-components-sheet]')).toEqual([]);

  // Completion is accepted with Enter.
  await themeChosen(page, 'light');
  await fillTemplate(field, '/');
  await page.keyboard.type('{{lowe');
  const list = page.getByRole('listbox');
  await expect(list.getByText('lower', { exact: true })).toBeVisible();
  expect(await axeFindings(page, '[data-popup-layer]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+Space');
  await expect(list.getByText('lower', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(field).toHaveValue(/^\/\{\{lower /);
  await expect(field).toBeFocused();
});
