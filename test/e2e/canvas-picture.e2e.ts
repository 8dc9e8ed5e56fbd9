// The picture of a flow as a person gets it: the file that was saved and the clipboard, read pixel by pixel.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { answerDialogs } from '../support/answered-dialogs.ts';
import { axeFindings } from '../support/axe-findings.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { card } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';
import { readPng, type Pixels } from '../support/read-png.ts';
import { readThemes } from '../support/read-tokens.ts';

test.use({ sharesWindow: true });

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };
const { themes } = readThemes(path.resolve('renderer/ui/tokens.css'));
const tokenOf = (theme: 'light' | 'dark', name: string) => themes[`theme-${theme}`]?.[`--${name}`] ?? '';

interface Wanted {
  readonly format: 'SVG' | 'PNG';
  readonly scale?: string;
  readonly colours: 'Light' | 'Dark';
}

/** Opens the dialog and says in it what is wanted. */
async function asked(page: Page, { colours, format, scale }: Wanted) {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Export as a picture');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export as a picture' });
  await dialog.getByRole('radio', { name: format }).click();
  await dialog.getByRole('radio', { name: colours }).click();
  if (scale !== undefined) await dialog.getByRole('radio', { name: scale }).click();
  return dialog;
}

async function saved(launched: LaunchedApp, file: string, wanted: Wanted): Promise<Buffer> {
  await answerDialogs(launched, { saveFile: file });
  const { page } = launched;
  const dialog = await asked(page, wanted);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText(path.basename(file), { exact: true })).toBeVisible();
  return readFile(file);
}

/** What earlier releases of Electron have, and later ones no longer say. */
interface EarlierClipboard {
  readonly readImage?: () => { readonly toPNG: () => Buffer };
}

/** The picture on the clipboard of the system. */
async function copiedPicture({ app }: LaunchedApp): Promise<Buffer> {
  const base64 = await app.evaluate(async ({ clipboard }) => {
    const earlier = (clipboard as unknown as EarlierClipboard).readImage?.();
    if (earlier !== undefined) return earlier.toPNG().toString('base64');
    const [item] = await clipboard.read();
    const blob = await item?.getType('image/png');
    return Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)).toString('base64');
  });
  return Buffer.from(base64, 'base64');
}

/** Every pixel along the four sides. */
function rim(picture: Pixels): ReadonlySet<string> {
  const { height, width } = picture;
  const across = Array.from({ length: width }, (_, x) => [
    picture.at(x, 0),
    picture.at(x, height - 1),
  ]).flat();
  const down = Array.from({ length: height }, (_, y) => [picture.at(0, y), picture.at(width - 1, y)]).flat();
  return new Set([...across, ...down]);
}

/** Whether the picture shows the flow in the colours of a theme, and all of it: nothing touches its rim. */
function expectDrawn(picture: Pixels, theme: 'light' | 'dark'): void {
  const colours = picture.colours();
  const all = new Set(colours.map(([colour]) => colour));
  expect(colours[0]?.[0]).toBe(tokenOf(theme, 'surface-1'));
  for (const token of ['surface-2', 'border-2', 'edge', 'text-1'])
    expect(all, token).toContain(tokenOf(theme, token));
  expect([...rim(picture)]).toEqual([tokenOf(theme, 'surface-1')]);
}

test('a flow is saved as a PNG of its size, in the colours that were asked for, and copied', async ({
  launch,
}, testInfo) => {
  test.setTimeout(120_000);
  const file = (name: string) => testInfo.outputPath(name);
  const launched = await launch(example);
  const { app, page } = launched;
  await page
    .getByRole('tree', { name: 'Flows' })
    .getByRole('treeitem', { name: 'Tea chat', exact: true })
    .click();
  await expect(card(page, 'Question')).toBeVisible();

  const svg = (await saved(launched, file('chat.svg'), { format: 'SVG', colours: 'Light' })).toString('utf8');
  const [, width = '', height = ''] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const dark = readPng(
    await saved(launched, file('dark.png'), { format: 'PNG', colours: 'Dark', scale: '200 %' }),
  );
  expect([dark.width, dark.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  expectDrawn(dark, 'dark');
  const light = await saved(launched, file('light.png'), { format: 'PNG', colours: 'Light', scale: '100 %' });
  const lightPixels = readPng(light);
  expect([lightPixels.width, lightPixels.height]).toEqual([Number(width), Number(height)]);
  expectDrawn(lightPixels, 'light');

  await app.evaluate(({ clipboard }) => clipboard.clear());
  const dialog = await asked(page, { format: 'PNG', colours: 'Light', scale: '100 %' });
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy PNG' }).click();
  await expect(page.getByText('Picture copied')).toBeVisible();
  const copiedPixels = readPng(await copiedPicture(launched));
  expect([copiedPixels.width, copiedPixels.height]).toEqual([lightPixels.width, lightPixels.height]);
  expectDrawn(copiedPixels, 'light');
});
