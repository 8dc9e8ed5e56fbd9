// Starts the built application as a person would find it: its own folders, a real window, nothing replaced.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  _electron,
  type ConsoleMessage,
  type ElectronApplication,
  type JSHandle,
  type Page,
} from '@playwright/test';
import type { BrowserWindow } from 'electron';
import { resolveElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { inProject, isRoot, projectRoot } from '../../scripts/steps/project.mjs';

/** How to start the application; everything left out is fresh and empty. */
export interface LaunchOptions {
  /** An existing user data folder, to start a second time on what the first time left. */
  readonly userData?: string;
  /** The folder to open; `null` names none, as on a first start. */
  readonly workspace?: string | null;
  /** Written to `settings.json` in the user data folder before the start. */
  readonly settings?: object;
  /** In an application of its own, also where the stories of a file share one. */
  readonly alone?: true;
  /** Size of the page in CSS pixels. */
  readonly window?: { readonly width: number; readonly height: number };
  /** Further arguments, such as `--open-example`. */
  readonly args?: readonly string[];
  /** Further environment variables; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The running application and the folders it works on. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** The folder that was opened, or that would have been, had `workspace` not been `null`. */
  readonly workspace: string;
  /** What the page wrote to the console as errors, in order. A test decides whether it expected them. */
  readonly consoleErrors: readonly string[];
  /** Everything the application wrote to its standard output and error so far. */
  readonly output: () => Buffer;
  /**
   * Quits the application and waits for its end. Throws if an error went uncaught in the page. Folders stay: whoever
   * made them removes them, and `launchApp` makes them below the system's folder for temporary files.
   */
  readonly close: () => Promise<void>;
  /** Throws if an error went uncaught in the page so far, and forgets the errors of the console: a new story begins. */
  readonly settled: () => void;
}

/**
 * Starts the application in out/ with the Electron that the scripts resolve, and waits until its window is usable.
 *
 * Needs a display and, for secrets to be kept, a key ring: run it below `node scripts/with-desktop.mjs`.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? (await freshFolder('user-data'));
  const workspace = options.workspace ?? (await freshFolder('workspace'));
  if (options.settings !== undefined) await writeSettings(userData, options.settings);

  try {
    return await startApp(options, userData, workspace);
  } catch (error) {
    throw new Error(`The application showed no usable window.\n${await readLogs(userData)}`, {
      cause: error,
    });
  }
}

async function startApp(options: LaunchOptions, userData: string, workspace: string): Promise<LaunchedApp> {
  const { program } = await electronRuntime();
  const args = [
    '-r',
    holdReady,
    projectRoot,
    ...launchSwitches(userData),
    ...(options.args ?? []),
    ...folderArgument(options, workspace),
  ];
  const env = childEnvironment(options.env);
  const app = await _electron.launch({ executablePath: program, args, cwd: projectRoot, env });
  const written: Buffer[] = [];
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.on('data', (bytes: Buffer) => written.push(bytes));
  try {
    const page = await app.firstWindow({ timeout: patienceMs });
    const { consoleErrors, pageErrors } = await listenForErrors(page);
    await untilUsable(page).catch((error: unknown) => {
      throw new Error([...consoleErrors, ...pageErrors].join('\n'), { cause: error });
    });
    if (options.window !== undefined) await resize(app, page, options.window);
    const noneUncaught = (): void => {
      const uncaught = pageErrors.splice(0);
      if (uncaught.length > 0) throw new Error(`Uncaught in the page:\n${uncaught.join('\n')}`);
    };
    const settled = (): void => {
      consoleErrors.splice(0);
      noneUncaught();
    };
    const close = async (): Promise<void> => {
      await app.close();
      noneUncaught();
    };
    const output = (): Buffer => Buffer.concat(written);
    return { app, page, userData, workspace, consoleErrors, output, close, settled };
  } catch (error) {
    await app.close();
    throw error;
  }
}

const patienceMs = 30_000;

/**
 * Playwright asks each page that it finds whether it is there, and a page that is just on the way to its first document
 * may never answer: no page may come before Playwright is connected.
 */
const holdReady = inProject('test', 'support', 'hold-ready.cjs');

/** Waits until the page says that it can be used. */
export async function untilUsable(page: Page): Promise<void> {
  const isReady = (): boolean => document.documentElement.dataset['ready'] === 'true';
  await page.waitForFunction(isReady, null, { timeout: patienceMs });
}

let resolved: ReturnType<typeof resolveElectronRuntime> | undefined;

/** The Electron that every start of this process uses. */
export function electronRuntime(): ReturnType<typeof resolveElectronRuntime> {
  resolved ??= resolveElectronRuntime();
  return resolved;
}

/** What the application wrote about a start that failed, which it shows in a dialog that no test can read. */
async function readLogs(userData: string): Promise<string> {
  const folder = path.join(userData, 'logs');
  const names = await readdir(folder).catch(() => []);
  const texts = names.map((name) => readFile(path.join(folder, name), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).join('\n');
}

/** Switches that a test start has and a person's start has not; a production build knows none of them by itself. */
export function launchSwitches(userData: string, forRoot: boolean = isRoot): readonly string[] {
  return [
    `--user-data-dir=${userData}`,
    ...(forRoot ? ['--no-sandbox'] : []),
    ...(process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : []),
  ];
}

/** The environment of this process with changes; without variables that would turn Electron into something else. */
export function childEnvironment(changes: LaunchOptions['env'] = {}): Record<string, string> {
  const merged: Record<string, string | undefined> = {
    ...process.env,
    ELECTRON_RUN_AS_NODE: undefined,
    NODE_OPTIONS: undefined,
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A new empty folder that nobody else uses. */
export function freshFolder(name: string): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), `flowbench-${name}-`));
}

/** Removes folders that `launchApp` made. */
export async function removeFolders(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function writeSettings(userData: string, settings: object): Promise<void> {
  await mkdir(userData, { recursive: true });
  await writeFile(path.join(userData, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
}

function folderArgument(options: LaunchOptions, workspace: string): readonly string[] {
  return options.workspace === null ? [] : [workspace];
}

/** Collects errors from now on, after those that the page made before anyone listened. */
async function listenForErrors(page: Page): Promise<{ consoleErrors: string[]; pageErrors: string[] }> {
  const consoleErrors: string[] = [];
  const pageErrors: string[] = [];
  const written = (message: ConsoleMessage): void => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  };
  const uncaught = (error: Error): void => {
    pageErrors.push(error.stack ?? error.message);
  };
  (await page.consoleMessages()).forEach(written);
  (await page.pageErrors()).forEach(uncaught);
  page.on('console', written);
  page.on('pageerror', uncaught);
  return { consoleErrors, pageErrors };
}

/** Gives the window's page a size in CSS pixels, and waits until it has it. */
export async function resize(
  app: ElectronApplication,
  page: Page,
  size: NonNullable<LaunchOptions['window']>,
): Promise<void> {
  const window: JSHandle<BrowserWindow> = await app.browserWindow(page);
  await window.evaluate((target, { width, height }) => target.setContentSize(width, height), size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}
