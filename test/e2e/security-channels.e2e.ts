// Who may call the main process, and with what: every channel, tried in the real application.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { contract, eventContract, type Bridge } from '#shared/ipc/contract.ts';
import { projectRoot } from '../../scripts/steps/project.mjs';
import { test } from '../support/app-test.ts';
import { launchApp, removeFolders, type LaunchedApp } from '../support/launch-app.ts';

let launched: LaunchedApp;
const channels = Object.keys(contract);
const defect = /^Something went wrong inside Flowbench; the log says more under the number [0-9a-f]{8}\.$/;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(async () => {
  await launched.close();
  await removeFolders(launched.userData, launched.workspace);
});

interface Calls {
  readonly names: readonly string[];
  readonly input: unknown;
}

/** Runs in a page: what each channel answers to an input, which is the error's text or that there was none. */
function callEvery({ names, input }: Calls): Promise<[string, string][]> {
  const { flowbench } = globalThis as unknown as { flowbench: Bridge };
  const call = flowbench.call as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  return Promise.all(
    names.map((name) =>
      call[name]!(input).then(
        (): [string, string] => [name, 'answered'],
        (error: unknown): [string, string] => [name, (error as Error).message],
      ),
    ),
  );
}

/** The same as a piece of code, for pages that are not the one under test. */
const callEveryCode = `(${callEvery.toString()})(${JSON.stringify({ names: channels, input: null })})`;

/** Opens a window with our own preload script at an address, and calls every channel from it. */
function callEveryFrom(url: string): Promise<[string, string][]> {
  return launched.app.evaluate(
    async ({ BrowserWindow }, { address, code, preload }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      try {
        await other.loadURL(address);
        return (await other.webContents.executeJavaScript(code)) as [string, string][];
      } finally {
        other.destroy();
      }
    },
    { address: url, code: callEveryCode, preload: path.join(projectRoot, 'out/preload/preload.cjs') },
  );
}

test('the page has the contract’s functions and no other', async () => {
  const exposed = await launched.page.evaluate(() => {
    const { flowbench } = globalThis as unknown as { flowbench: Bridge };
    return { top: Object.keys(flowbench), call: Object.keys(flowbench.call), on: Object.keys(flowbench.on) };
  });
  expect(exposed).toEqual({ top: ['call', 'on'], call: channels, on: Object.keys(eventContract) });
});

test('our own page is answered', async () => {
  const info = await launched.page.evaluate(() =>
    (globalThis as unknown as { flowbench: Bridge }).flowbench.call['app.info'](null),
  );
  expect(info.electron).toMatch(/^\d+\.\d+\.\d+/);
});

for (const [what, url] of [
  ['another window at our own address', 'app://flowbench/index.html'],
  ['another window at an empty page', 'about:blank'],
] as const) {
  test(`every channel refuses ${what}`, async () => {
    const answers = await callEveryFrom(url);
    expect(answers.map(([name]) => name)).toEqual(channels);
    for (const [name, answer] of answers) expect(answer, name).toMatch(defect);
  });
}

test('no window can be made to show another origin', async () => {
  for (const url of [
    'https://example.com/',
    'data:text/html,<p>elsewhere',
    'file:///etc/passwd',
    'app://elsewhere/',
  ]) {
    await expect(callEveryFrom(url)).rejects.toThrow('ERR_BLOCKED_BY_CLIENT');
  }
});

test('every channel refuses our own window while it shows something else', async () => {
  const answers = await launched.app.evaluate(async ({ BrowserWindow }, code) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    // Else the window is brought back to its page at once.
    webContents.removeAllListeners('did-navigate');
    await webContents.loadURL('about:blank');
    const given = (await webContents.executeJavaScript(code)) as [string, string][];
    await webContents.loadURL('app://flowbench/index.html');
    return given;
  }, callEveryCode);
  await launched.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
  expect(answers.map(([name]) => name)).toEqual(channels);
  for (const [name, answer] of answers) expect(answer, name).toMatch(defect);
});

test('no library has opened a door of its own', async () => {
  const doors = await launched.app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return { listened: ipcMain.eventNames(), answered: [...handlers.keys()] };
  });
  expect(doors.listened).toEqual([]);
  expect(doors.answered.toSorted()).toEqual(channels.toSorted());
});

test('no frame inside the page gets the bridge', async () => {
  const inFrame = await launched.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const has = 'flowbench' in (frame.contentWindow as object);
    frame.remove();
    return has;
  });
  expect(inFrame).toBe(false);
});

test('every channel refuses an input with a key that it does not know', async () => {
  const answers = await launched.page.evaluate(callEvery, {
    names: channels,
    input: { surplus: true },
  });
  for (const [name, answer] of answers) expect(answer, name).toMatch(defect);
});

test('one key too many is enough, and without it the same input is taken', async () => {
  const input = { runId: 'rn_aaaaaaaaaaaa' };
  const [refused] = await launched.page.evaluate(callEvery, {
    names: ['run.cancel'],
    input: { ...input, surplus: true },
  });
  const [taken] = await launched.page.evaluate(callEvery, { names: ['run.cancel'], input });
  expect(refused?.[1]).toMatch(defect);
  expect(taken).toEqual(['run.cancel', 'answered']);
});

test('a refusal is in the log under its number, without what was sent', async () => {
  const [answer] = await launched.page.evaluate(callEvery, {
    names: ['secret.set'],
    input: { documentId: 'ep_aaaaaaaaaaaa', slot: 'sl_aaaaaaaaaaaa', value: { planted: 'canary-7Zq' } },
  });
  const errorId = /([0-9a-f]{8})\.$/.exec(answer?.[1] ?? '')?.[1];
  const log = readFileSync(path.join(launched.userData, 'logs', 'main.log'), 'utf8');
  expect(log).toContain(`defect ${String(errorId)} secret.set: `);
  expect(log).not.toContain('canary-7Zq');
});

test('the built programs know nothing of tests', () => {
  for (const file of ['out/main/main.js', 'out/preload/preload.cjs']) {
    const built = readFileSync(path.join(projectRoot, file), 'utf8');
    expect(built).not.toMatch(/playwright|vitest|test-only|forTests?\b|FLOWBENCH_TEST/i);
  }
});

test('preload stays a few lines long, and brings no schema along', () => {
  const built = readFileSync(path.join(projectRoot, 'out/preload/preload.cjs'), 'utf8');
  expect(built.length).toBeLessThan(4_000);
  expect(built).not.toMatch(/zod|safeParse/i);
});
