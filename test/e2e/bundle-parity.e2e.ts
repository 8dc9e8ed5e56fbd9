// One bundle in the real window and by the command line: the same requests at the server, byte for byte, and the same results.
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { ScenarioProgress } from '#shared/ipc/channels/scenario-channels.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { answerDialogs } from '../support/answered-dialogs.ts';
import { test } from '../support/app-test.ts';
import { writeEmptyWorkspace } from '../support/bundle-workspaces.ts';
import { commandLineBuilt, ran } from '../support/command-line.ts';
import { freshFolder, removeFolders } from '../support/launch-app.ts';
import { orderingWorkspace, token } from '../support/ordering-workspace.ts';
import { HttpRecorder } from '../support/servers/http-recorder.ts';

let root: string;
let server: HttpRecorder;
test.beforeAll(commandLineBuilt);
test.beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flowbench-parity-'));
  server = await HttpRecorder.start(
    ({ target }) =>
      `HTTP/1.1 ${target.includes('lost') ? '404 Not Found' : '200 OK'}\r\nContent-Type: application/json\r\nSet-Cookie: seen=1\r\nContent-Length: 15\r\n\r\n{"state":"new"}`,
  );
  await orderingWorkspace(root, server.origin);
});
test.afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await removeFolders(root);
});

/** Everything but which connection it came on, in an order that does not go by what happened first. */
const sent = (): readonly string[] =>
  server.requests
    .splice(0)
    .map(({ connection: _, ...request }) => JSON.stringify(request))
    .sort();

interface Told {
  readonly type: string;
  readonly id: string;
  readonly row: number | null;
  readonly outcome: string;
  readonly expectations: readonly object[];
}

/** What the page was told of scenarios. */
interface Heard {
  heard: ScenarioProgress[];
}

const sorted = <Each extends { readonly id: string; readonly row: number | null }>(list: readonly Each[]) =>
  list.toSorted((one, other) =>
    `${one.id} ${String(one.row)}` < `${other.id} ${String(other.row)}` ? -1 : 1,
  );

test('a bundle is run alike in the window and by the command line', async ({ launch }) => {
  test.setTimeout(180_000);
  const file = path.join(root, 'ordering.flowbundle.json');
  const exported = await ran(['export', path.join(root, 'shop'), '--output', file]);
  expect(exported, exported.errors).toMatchObject({ code: 0 });
  const byCommand = await ran(['run', file, '--reporter', 'json'], {
    env: { FLOWBENCH_SECRET_SHOP_API_TOKEN: token },
  });
  const told = byCommand.output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Told)
    .filter(({ type }) => type === 'scenario');
  const commandRequests = sent();
  expect(commandRequests.length).toBeGreaterThan(8);
  expect(commandRequests.join('')).toContain(token);

  const workspace = await freshFolder('parity');
  await writeEmptyWorkspace(workspace);
  const launched = await launch({ workspace });
  const { page } = launched;
  await answerDialogs(launched, { folder: file });
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Import / });
  await dialog.getByLabel(/^token of the API endpoint Shop API/).fill(token);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Acme Shop is imported')).toBeVisible();
  await expect(page.locator('[data-canvas]')).toBeVisible();
  expect(sent()).toEqual([]);

  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Scenarios' }).click();
  await page.evaluate(() => {
    const { flowbench } = globalThis as unknown as { flowbench: Bridge };
    Object.assign(globalThis, { heard: [] });
    flowbench.on['scenario.progress']((told) => (globalThis as unknown as Heard).heard.push(...told));
  });
  await panel.getByRole('button', { name: 'Run all' }).click();
  await expect(panel.getByRole('status')).toHaveText(/^\d+ failed, \d+ passed$/, { timeout: 30_000 });
  const windowRequests = sent();
  expect(windowRequests).toEqual(commandRequests);

  const ofWindow = (await page.evaluate(() => (globalThis as unknown as Heard).heard)).flatMap((each) =>
    each.type === 'ended' ? [each.result] : [],
  );
  const facts = ofWindow.map(({ outcome, results, row, scenarioId }) => ({
    id: scenarioId,
    row,
    outcome,
    expectations: results,
  }));
  expect(sorted(facts)).toEqual(
    sorted(told.map(({ expectations, id, outcome, row }) => ({ id, row, outcome, expectations }))),
  );
  // And that is what the window shows.
  await expect(panel.getByRole('status')).toHaveText('1 failed, 1 passed');
  const rows = panel.getByRole('list', { name: /^Scenarios of / }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'Rows' })).toContainText('1 failed, 3 passed');
  await expect(rows.filter({ hasText: 'Single' })).toContainText('passed in');
});
