// How much of the past is kept, changed on the page of the settings, as far as the folders of old runs on disk.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { answer, conversation } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';
import { plantedExample } from '../support/planted-example.ts';
import type { PlantedRun } from '../support/planted-runs.ts';

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };
const orderLookup = 'fl_dprem2xcg2hz' as PlantedRun['flowId'];
/** The ninth is the newest of those that are planted. */
const day = (number: number): string => `2026-01-0${String(number)}`;
const items = (page: Page): Locator => page.getByRole('list', { name: 'Runs' }).getByRole('listitem');

/** The days on which the runs began that are on disk, the newest first, and the name of each one's folder. */
async function runsOnDisk(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('rn_'));
  const begun = await Promise.all(
    names.map(async (name) => {
      // Without its events a run is on the way out.
      const events = await readFile(path.join(folder, name, 'events.jsonl'), 'utf8').catch(() => null);
      if (events === null) return [];
      const first = JSON.parse(events.slice(0, events.indexOf('\n'))) as { at: string };
      return [[first.at.slice(0, 10), name] as const];
    }),
  );
  return new Map(begun.flat().sort(([a], [b]) => b.localeCompare(a)));
}

/** Changes a limit on the page of the settings, with the keys. */
async function limited(page: Page, setting: 'Runs' | 'Space', to: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('searchbox', { name: 'Search settings' }).fill('past runs');
  const field = page.getByRole('textbox', { name: setting, exact: true });
  await field.fill(to);
  await field.press('Enter');
}

test('fewer runs and less space on the page of the settings remove the oldest runs from the disk', async ({
  launch,
}) => {
  const planted = Array.from({ length: 9 }, (_, at) => `${day(at + 1)}T10:00:00.000Z`);
  const { userData, history: folder } = await plantedExample(
    planted.map((startedAt) => ({ flowId: orderLookup, flowName: 'Order lookup', startedAt })),
  );
  // The body of one run takes more space than all the rest.
  const bodies = path.join(folder, (await runsOnDisk(folder)).get(day(8)) ?? '', 'bodies');
  await mkdir(bodies, { mode: 0o700 });
  await writeFile(path.join(bodies, 'body-1.binary'), Buffer.alloc(3_000_000), { mode: 0o600 });

  const first = await launch({ ...example, userData });
  const { page } = first;
  await page.keyboard.press('Control+Enter');
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
  await page.keyboard.press('Alt+5');
  await expect(items(page)).toHaveCount(10);
  await items(page).last().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).click();
  await limited(page, 'Runs', '4');
  // The newest is the one that was run here.
  const plantedOnDisk = async () => [...(await runsOnDisk(folder)).keys()].slice(1);
  await expect.poll(plantedOnDisk).toEqual([day(9), day(8), day(1)]);
  await expect(items(page)).toHaveCount(4);

  await limited(page, 'Space', '1');
  // Whatever is older than what takes the space goes before it does: only the pinned one is older here.
  await expect.poll(plantedOnDisk).toEqual([day(9), day(1)]);
  await expect(items(page)).toHaveCount(3);
  await first.close();

  const stored = JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8')) as object;
  expect(stored).toMatchObject({ history: { mostRuns: 4, mostMegabytes: 1 } });
  const second = await launch({ ...example, userData });
  await second.page.keyboard.press('Alt+5');
  await expect(items(second.page)).toHaveCount(3);
});
