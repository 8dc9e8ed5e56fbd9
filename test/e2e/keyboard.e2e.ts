// The main story with the keyboard alone: no mouse, and no focus that a key did not bring.
import { expect, type Page } from '@playwright/test';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { conversation } from '../support/person.ts';

const token = 'tok-keyboard-77aa31';

test('the keyboard alone makes an endpoint and a flow, and runs it', async ({ launch }) => {
  const server = await startStoryServer({ token });
  const { page } = await launch({ window: { width: 1280, height: 800 } });
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { pointerEvents: seen });
    for (const type of ['mousedown', 'pointerdown', 'wheel', 'touchstart']) {
      window.addEventListener(type, () => seen.push(type), { capture: true });
    }
    // The display's pointer rests somewhere; what moves below it tells the page so, with no movement in it.
    const moved = ({ type, movementX, movementY }: MouseEvent) => {
      if (movementX !== 0 || movementY !== 0) seen.push(type);
    };
    window.addEventListener('mousemove', moved, { capture: true });
  });
  const { keyboard } = page;

  await keyboard.press('Control+Shift+E');
  await focused(page, 'Name');
  await keyboard.type('Users API');
  await keyboard.press('Tab');
  await keyboard.type(server.url);
  await tabTo(page, 'None');
  await keyboard.press('ArrowRight');
  await tabTo(page, 'Token');
  await keyboard.type(token);
  await keyboard.press('Enter');
  await expect(page.getByText('set just now')).toBeVisible();

  await keyboard.press('Control+N');
  await expect(page.locator('[data-canvas]')).toBeVisible();
  await keyboard.press('Escape');
  for (const kind of ['prompt', 'api', 'message', 'end']) {
    await keyboard.press('/');
    await focused(page, 'Add a node');
    await keyboard.type(kind);
    await keyboard.press('Enter');
  }
  await expect(page.locator('.react-flow__edge')).toHaveCount(4);

  await openNode(page, 'Prompt');
  await fill(page, 'Question', 'Which user?');
  await fill(page, 'Variable', 'user_id');
  await openNode(page, 'API Call');
  await fill(page, 'Path', '/users/{{user_id}}');
  await fill(page, 'Response variable', 'user_data');
  await openNode(page, 'Message');
  await fill(page, 'Text', 'Hello {{user_data.body.name}}!');

  await keyboard.press('Control+Enter');
  await focused(page, 'Your answer');
  await keyboard.type('7');
  await keyboard.press('Enter');
  await expect(conversation(page)).toContainText('Hello Ana Sousa!');
  await expect(conversation(page)).toContainText('Run ended');

  // Connecting by keyboard: the answer that never fits leads to the End too.
  await goTo(page, 'Prompt');
  await keyboard.press('c');
  await keyboard.type('no-answer');
  await keyboard.press('Enter');
  await keyboard.type('End');
  await keyboard.press('Enter');
  await expect(page.locator('.react-flow__edge')).toHaveCount(5);
  await keyboard.press('Escape');
  await keyboard.press('Control+Z');
  await expect(page.locator('.react-flow__edge')).toHaveCount(4);

  expect(await page.evaluate(() => Reflect.get(globalThis, 'pointerEvents') as unknown)).toEqual([]);
  expect(server.requests).toHaveLength(1);
  await server.close();
});

/** Goes to a card with Tab, which walks the cards in the order of the flow. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  await tabUntil(
    page,
    name,
    () => document.activeElement?.querySelector('[data-node-id]')?.textContent ?? '',
  );
}

async function openNode(page: Page, name: string): Promise<void> {
  await goTo(page, name);
  await page.keyboard.press('Enter');
  await focused(page, 'Name of the node');
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function tabTo(page: Page, label: string): Promise<void> {
  await tabUntil(page, label, activeName);
}

// Once round everything that can have the focus is more than enough.
const mostTabs = 120;

async function tabUntil(page: Page, wanted: string, nameOf: () => string): Promise<void> {
  for (let count = 0; count < mostTabs; count += 1) {
    if ((await page.evaluate(nameOf)).startsWith(wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach "${wanted}".`);
}

async function focused(page: Page, label: string): Promise<void> {
  await expect.poll(() => page.evaluate(activeName)).toBe(label);
}

/** The name of what has the focus, as a screen reader would say it. Runs in the page. */
function activeName(): string {
  const active = document.activeElement;
  if (active === null) return '';
  const byId = document.getElementById(active.getAttribute('aria-labelledby') ?? '');
  const ownLabel = 'labels' in active ? (active as HTMLInputElement).labels?.[0] : null;
  const label = active.getAttribute('aria-label') ?? (byId ?? ownLabel ?? active).textContent;
  return label.trim();
}
