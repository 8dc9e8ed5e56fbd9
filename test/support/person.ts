// What a person does in the window, told once: the stories in the real application are made of these.
import { expect, type Locator, type Page } from '@playwright/test';

/** A point of the canvas, in pixels from its top left corner. */
export interface CanvasPlace {
  readonly x: number;
  readonly y: number;
}

/** The card of a node, by its name. */
export function card(page: Page, name: string): Locator {
  return page.locator('[data-node-id]').filter({ has: page.getByText(name, { exact: true }) });
}

/** Makes an endpoint the way the product documents say: Resources, API Endpoints, New. */
export async function createEndpoint(
  page: Page,
  endpoint: { readonly name: string; readonly baseUrl: string; readonly token?: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Resources' }).click();
  await page.getByRole('menuitem', { name: 'API Endpoints' }).click();
  await page.getByRole('button', { name: 'New API endpoint' }).first().click();
  await fillNewEndpoint(page, endpoint);
  await expect(page.getByRole('textbox', { name: 'Name of the API endpoint' })).toHaveValue(endpoint.name);
}

/** Fills the short form of a new endpoint and sends it off with Enter. */
export async function fillNewEndpoint(
  page: Page,
  endpoint: { readonly name: string; readonly baseUrl: string; readonly token?: string },
): Promise<void> {
  const form = page.getByRole('dialog', { name: 'New API endpoint' });
  await form.getByLabel('Name', { exact: true }).fill(endpoint.name);
  await form.getByLabel('Base URL').fill(endpoint.baseUrl);
  if (endpoint.token !== undefined) {
    await form.getByRole('radio', { name: 'Bearer token' }).click();
    await form.getByLabel('Token').fill(endpoint.token);
  }
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
}

/** Opens an API endpoint from the side bar. */
export async function endpointOpened(page: Page, name = 'Shop API'): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page
    .getByRole('tree', { name: 'API Endpoints' })
    .getByRole('treeitem', { name, exact: true })
    .click();
  await expect(page.getByRole('textbox', { name: 'Name of the API endpoint' })).toHaveValue(name);
}

/** Opens a flow from the side bar. */
export async function flowOpened(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+1');
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name, exact: true }).click();
  await expect(page.locator('[data-canvas]')).toBeVisible();
}

/** Makes a flow and waits for its canvas. */
export async function createFlow(page: Page): Promise<void> {
  await page.keyboard.press('Control+N');
  await expect(page.locator('[data-canvas]')).toBeVisible();
}

/** Drags a kind of node from the palette onto the canvas and gives the new node a name. */
export async function dragNode(page: Page, kind: string, place: CanvasPlace, name: string): Promise<void> {
  const before = await page.locator('[data-node-id]').count();
  await page
    .getByRole('toolbar', { name: 'Nodes' })
    .getByRole('button', { name: kind, exact: true })
    .dragTo(page.locator('[data-canvas]'), { targetPosition: place });
  await expect(page.locator('[data-node-id]')).toHaveCount(before + 1);
  await page.getByRole('textbox', { name: 'Name of the node' }).fill(name);
  await expect(card(page, name)).toBeVisible();
}

/** Where something stands in the window, once it has stood there for two frames. */
export function stillBox(
  locator: Locator,
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  return locator.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const measure = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const same = (a: DOMRectInit, b: DOMRectInit) => JSON.stringify(a) === JSON.stringify(b);
    let before = measure();
    for (;;) {
      await frame();
      const now = measure();
      if (same(before, now)) return now;
      before = now;
    }
  });
}

/** Draws a connection from an exit of one card to another card with the mouse. */
export async function connect(page: Page, from: string, exit: string, to: string): Promise<void> {
  const lines = page.locator('.react-flow__edge');
  const before = await lines.count();
  const port = card(page, from).getByTitle(`${exit}: drag to connect`);
  const target = await stillBox(card(page, to));
  const source = await stillBox(port);
  await page.mouse.move(source.x + source.width / 2, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 30, target.y + 16, { steps: 8 });
  await page.mouse.up();
  await expect(lines).toHaveCount(before + 1);
}

/** Selects a node by its card. */
export async function inspect(page: Page, name: string): Promise<void> {
  await card(page, name).click({ position: { x: 60, y: 16 } });
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue(name);
}

/** Waits until keys go to the menu that is open: it is seen a moment before it has the focus. */
export async function inMenu(page: Pick<Page, 'locator'>): Promise<void> {
  await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1);
}

/** Picks an option of a select, by its label. */
export async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Waits until everything typed is in its file. */
export async function saved(page: Page): Promise<void> {
  await expect(
    page.getByRole('contentinfo', { name: 'Status' }).getByText('Saved', { exact: true }),
  ).toBeVisible();
}

/** Answers the prompt that the run waits at. */
export async function answer(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your answer' }).fill(text);
  await page.keyboard.press('Enter');
}

/** The conversation of the run in view. */
export function conversation(page: Page): Locator {
  return page.getByRole('log', { name: 'Conversation' });
}
