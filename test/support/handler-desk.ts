// The handlers of every channel over real files, a real vault and real runs: all of the main process but Electron.
import { webcrypto } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { SystemKeyStore } from '#electron/vault/system-cipher.ts';
import { newKeyDerivation } from '#electron/vault/derived-key.ts';
import { PassphraseLock } from '#electron/vault/passphrase-lock.ts';
import { systemCipher } from '#electron/vault/system-cipher.ts';
import { allVaultFiles, passphraseFile } from '#electron/workspace/workspace-data.ts';
import { historyLimits } from '#electron/app/history-limits.ts';
import { openLog } from '#electron/app/log.ts';
import { applicationReport } from '#electron/app/report/application-report.ts';
import { createWorkbench, type Workbench } from '#electron/app/workbench.ts';
import { loggedSecrets } from '#electron/app/logged-secrets.ts';
import { workspaceOpener } from '#electron/app/workspace-opener.ts';
import { answerCall } from '#electron/ipc/answer-call.ts';
import { machineProxy } from '#electron/executor/machine-proxy.ts';
import { allHandlers } from '#electron/ipc/handlers/all-handlers.ts';
import { openSettings, type SettingsStore } from '#electron/settings/settings-store.ts';
import type { ChannelInput, ChannelName, ChannelOutput } from '#shared/ipc/contract.ts';
import type { HistoryChange } from '#shared/ipc/channels/history-channels.ts';
import type { ScenarioProgress } from '#shared/ipc/channels/scenario-channels.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { bundleWorkHere } from './bundle-work-here.ts';
import { openConf } from './open-conf.ts';
import { testKeyStore } from './test-key-store.ts';

/** What a person answers to dialogs, in order; `null` is that they changed their mind. */
export interface Answers {
  readonly folders?: (string | null)[];
  readonly files?: (string | null)[];
  readonly saveFiles?: (string | null)[];
}

/** A desk: calls channels as the page does, and shows what happened around them. */
export interface HandlerDesk {
  readonly call: <Name extends ChannelName>(
    name: Name,
    input: ChannelInput<Name>,
  ) => Promise<ChannelOutput<Name>>;
  readonly workbench: Workbench;
  readonly settings: SettingsStore;
  /** In the order in which they happened: what was asked of a person, shown and copied. */
  readonly happened: string[];
  readonly events: RunEvent[];
  /** Whose cookies changed, as often as the page was told. */
  readonly cookieChanges: (string | null)[];
  /** What the page was told of past runs. */
  readonly historyChanges: HistoryChange[];
  /** What the page was told of scenarios. */
  readonly scenarioProgress: ScenarioProgress[];
  /** Resolves with an event of a type, which may have come already. */
  readonly untilEvent: (type: RunEvent['type']) => Promise<RunEvent>;
  /** Resolves with the next events. */
  readonly nextEvents: () => Promise<void>;
  readonly scrub: (text: string) => string;
}

/** How a desk differs from a usual one. */
export interface DeskOptions {
  readonly answers?: Answers;
  readonly keyStore?: SystemKeyStore;
  /** The folder that is opened as the example. */
  readonly exampleFolder?: string;
  /** The system's browser. */
  readonly openBrowser?: (url: string) => Promise<void>;
}

/** Makes desks with their user data below a folder, and closes them when the test is over. */
export function useHandlerDesk() {
  const desks: HandlerDesk[] = [];
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.workbench.close();
  });
  return (root: string, options: DeskOptions = {}): HandlerDesk => {
    const desk = makeDesk(root, options);
    desks.push(desk);
    return desk;
  };
}

function makeDesk(
  root: string,
  { answers = {}, keyStore = testKeyStore(), exampleFolder, openBrowser }: DeskOptions,
): HandlerDesk {
  const userData = path.join(root, 'user-data');
  const storePorts = { openStore: openConf };
  const settings = openSettings(userData, storePorts);
  const secrets = loggedSecrets();
  const happened: string[] = [];
  const cookieChanges: (string | null)[] = [];
  const historyChanges: HistoryChange[] = [];
  const scenarioProgress: ScenarioProgress[] = [];
  const { events, add, nextEvents, untilEvent } = eventList();
  const opener = workspaceOpener({
    storePorts,
    loggedSecrets: secrets,
    workspacePorts: {
      userData,
      now: () => new Date(),
      fillRandom: (bytes) => webcrypto.getRandomValues(bytes),
      watch: false,
    },
    system: systemCipher(keyStore, 'linux'),
    sessionWasChosen: false,
    passphrase: {
      lock: new PassphraseLock({
        file: passphraseFile(userData),
        wait: () => Promise.resolve(),
        newDerivation: newKeyDerivation,
      }),
      files: () => allVaultFiles(userData),
    },
    userAgent: 'Flowbench/test',
    systemProxy: (passwordFor) =>
      machineProxy(
        () => settings.read().proxy,
        () => null,
        passwordFor,
      ),
    callDefaults: () => settings.read().defaults,
    openBrowser: openBrowser ?? (() => Promise.reject(new Error('There is no browser.'))),
    publishRunEvents: add,
    publishScenarios: (progress) => void scenarioProgress.push(...progress),
    publishCookies: (environmentId) => cookieChanges.push(environmentId),
    onDefect: (error) => {
      throw error;
    },
    historyLimits: () => historyLimits(settings.read()),
    publishHistory: (change) => historyChanges.push(change),
  });
  const workbench = createWorkbench({
    open: opener.open,
    create: opener.create,
    onOpened: ({ workspace: { folder, name } }) =>
      void settings.remember({ folder, name, openedAt: new Date().toISOString() }),
  });
  const answer = (question: string, given: (string | null)[] | undefined) => {
    happened.push(question);
    return Promise.resolve(given?.shift() ?? null);
  };
  const info = {
    version: '0.1.0',
    platform: 'linux',
    electron: '33',
    chrome: '130',
    node: '20',
    sandboxed: true,
  } as const;
  const handlers = allHandlers({
    workbench,
    settings,
    app: {
      info,
      quit: () => happened.push('quit'),
      stay: () => happened.push('stayed'),
    },
    dialogs: {
      pickFolder: (purpose) => answer(`asked for a folder to ${purpose}`, answers.folders),
      pickFile: () => answer('asked for a file', answers.files),
      pickCredentialFile: (purpose) => answer(`asked for a file of ${purpose}`, answers.files),
      pickBundle: () => answer('asked for a bundle', answers.files),
      pickSaveFile: (name) => answer(`asked where to save ${name}`, answers.saveFiles),
      tell: () => Promise.resolve(),
      choose: () => Promise.resolve(0),
    },
    pictures: {
      holdsSecret: (text) => text.includes('canary'),
      writePicture: (png) => happened.push(`copied a picture of ${String(png.length)} bytes`) > 0,
    },
    workspaceShell: {
      wasChosen: (folder) => settings.read().recentWorkspaces.some((each) => each.folder === folder),
      onMissing: (folder) => void settings.forget(folder),
      openExample: () => workbench.open(exampleFolder ?? ''),
      reveal: (folder) => happened.push(`showed ${folder}`),
    },
    bundleWork: bundleWorkHere(),
    showFile: (file) => happened.push(`showed ${file}`),
    writeClipboard: (text) => {
      happened.push(`copied ${text}`);
      return Promise.resolve();
    },
    report: {
      text: () =>
        applicationReport({
          info,
          workbench,
          settings: () => settings.read(),
          userData,
          logs: path.join(userData, 'logs'),
          scrub: secrets.scrub,
        }),
      defect: openLog(path.join(userData, 'logs'), { scrub: secrets.scrub }).defect,
      now: () => new Date('2026-03-01T10:00:00.000Z'),
    },
    note: (sentence) => happened.push(`noted: ${sentence}`),
    onSecret: secrets.add,
  });
  const report = (where: string, error: unknown): string => {
    throw new Error(`${where} failed`, { cause: error });
  };
  return {
    workbench,
    settings,
    happened,
    events,
    cookieChanges,
    historyChanges,
    scenarioProgress,
    untilEvent,
    nextEvents,
    scrub: secrets.scrub,
    call: async (name, input) => {
      const reply = await answerCall(handlers, report, name, input);
      if ('error' in reply) throw new Error(reply.error);
      return reply.value as never;
    },
  };
}

function eventList() {
  const events: RunEvent[] = [];
  const waiting = new Map<RunEvent['type'], ((event: RunEvent) => void)[]>();
  const waitingForNext: (() => void)[] = [];
  return {
    events,
    nextEvents: () => new Promise<void>((resolve) => waitingForNext.push(resolve)),
    add: (more: readonly RunEvent[]) => {
      events.push(...more);
      for (const resolve of waitingForNext.splice(0)) resolve();
      for (const event of more)
        for (const resolve of waiting.get(event.type)?.splice(0) ?? []) resolve(event);
    },
    untilEvent: (type: RunEvent['type']) =>
      new Promise<RunEvent>((resolve) => {
        const found = events.find((event) => event.type === type);
        if (found === undefined) waiting.set(type, [...(waiting.get(type) ?? []), resolve]);
        else resolve(found);
      }),
  };
}

/** A folder below another that is new and there. */
export async function newFolder(root: string, name: string): Promise<string> {
  const folder = path.join(root, name);
  await mkdir(folder, { recursive: true });
  return folder;
}
