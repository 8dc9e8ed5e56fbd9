// Starts a program of Electron's as a person does, and looks at its page from outside: works with a release package too,
// whose main process takes no debugger.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { isRoot } from '../../scripts/steps/project.mjs';
import { endProgram, startProgram } from '../../scripts/steps/run-program.mjs';
import { childEnvironment, launchSwitches, untilUsable } from './launch-app.ts';
import { untilConnected } from './until-connected.ts';

/** A program to start and the folder it keeps its data in. */
export interface AttachOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly userData: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Start it as another user, which only root may. An ordinary user's program is sandboxed. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** A running program whose page can be driven, but whose main process cannot be looked into. */
export interface AttachedApp {
  readonly page: Page;
  /** The process that was started, the main one. */
  readonly pid: number;
  /** Wall-clock time just before the program was started, in milliseconds. */
  readonly startedAtMs: number;
  /** Everything the program wrote to its standard output and error so far. */
  output(): string;
  /** Closes the window, which ends the program on Linux and Windows, and gives its exit code. */
  readonly close: () => Promise<number | null>;
}

/** Starts a program and waits until its page is usable: until it sets `data-ready` on its root element. */
export async function attachToApp(options: AttachOptions): Promise<AttachedApp> {
  const portFile = path.join(options.userData, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const isRootProgram = isRoot && options.user === undefined;
  const switches = launchSwitches(options.userData, isRootProgram);
  const args = [...options.args, ...switches, '--remote-debugging-port=0'];
  const startedAtMs = Date.now();
  const child = startProgram(options.program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment(options.env),
    ...options.user,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  try {
    const address = `http://127.0.0.1:${await debuggingPort(portFile, child)}`;
    const browser = await untilConnected((timeout) => chromium.connectOverCDP(address, { timeout }));
    const page = await firstPage(browser);
    await untilUsable(page);
    const close = (): Promise<number | null> => closeWindow(child, page, browser);
    return { page, pid: child.pid ?? 0, startedAtMs, output: () => text, close };
  } catch (error) {
    await endProgram(child);
    throw new Error(`${options.program} showed no usable page.\n${text}`, { cause: error });
  }
}

async function closeWindow(child: ChildProcess, page: Page, browser: Browser): Promise<number | null> {
  const closed = child.exitCode === null ? once(child, 'close') : Promise.resolve([child.exitCode]);
  // Asks as the button in the window's frame does, so that whatever listens for the end of the window runs.
  if (child.exitCode === null) await page.close({ runBeforeUnload: true });
  const [code] = (await closed) as [number | null];
  await browser.close();
  return code;
}

/** Reads the port from the file that Chromium writes once it listens. */
async function debuggingPort(file: string, child: ChildProcess): Promise<number> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline && child.exitCode === null) {
    const content = await readFile(file, 'utf8').catch(() => '');
    const port = /^(\d+)\n/.exec(content)?.[1];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('The program told no debugging port.');
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The program has no browsing context.');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}
