import { randomFillSync } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { safeStorage, session, shell } from 'electron';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { ScenarioProgress } from '#shared/ipc/channels/scenario-channels.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';
import { gatherRunEvents } from '../ipc/gather-run-events.ts';
import { machineProxy } from '../executor/machine-proxy.ts';
import type { PublishEvent } from '../ipc/publish-event.ts';
import type { DurableStorePorts } from '../settings/durable-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { proxyOfEnvironment } from '../runs/environment-proxy.ts';
import { newKeyDerivation } from '../vault/derived-key.ts';
import { PassphraseLock } from '../vault/passphrase-lock.ts';
import { systemCipher } from '../vault/system-cipher.ts';
import { allVaultFiles, passphraseFile } from '../workspace/workspace-data.ts';
import type { ApplicationFolders } from './application-folders.ts';
import { followHistoryLimits, historyLimits } from './history-limits.ts';
import { ensureExampleCopy } from './example-workspace.ts';
import { systemProxyOf } from './engine-proxy.ts';
import { keyStore } from './key-store.ts';
import type { Log } from './log.ts';
import type { LoggedSecrets } from './logged-secrets.ts';
import type { OpenedWorkspace } from './opened-workspace.ts';
import { createWorkbench, type Workbench } from './workbench.ts';
import { webBrowser } from './web-browser.ts';
import { workspaceOpener } from './workspace-opener.ts';

/** What the application's workbench is made with. */
export interface ApplicationWorkbenchParts {
  readonly folders: ApplicationFolders;
  readonly log: Log;
  readonly loggedSecrets: LoggedSecrets;
  readonly storePorts: DurableStorePorts;
  readonly settings: SettingsStore;
  readonly publish: PublishEvent;
  readonly version: string;
}

/** The workbench and the way to the example. */
export interface ApplicationWorkbench {
  readonly workbench: Workbench;
  readonly openExample: () => Promise<Outcome<WorkspaceSnapshot, OpenFailure>>;
}

/** Makes the workbench over the system's key store and the real clock, and lets the page hear of what happens on it. */
export function applicationWorkbench(parts: ApplicationWorkbenchParts): ApplicationWorkbench {
  const { folders, log, loggedSecrets, storePorts, settings, publish, version } = parts;
  const lock = new PassphraseLock({
    file: passphraseFile(folders.userData),
    wait: setTimeout,
    newDerivation: newKeyDerivation,
  });
  const opener = workspaceOpener({
    workspacePorts: {
      userData: folders.userData,
      now: () => new Date(),
      fillRandom: randomFillSync,
      note: log.note,
    },
    storePorts,
    system: systemCipher(keyStore(safeStorage, process.platform), process.platform),
    sessionWasChosen: settings.read().vaultKeeper === 'session',
    passphrase: { lock, files: () => allVaultFiles(folders.userData) },
    loggedSecrets,
    userAgent: `Flowbench/${version}`,
    systemProxy: (passwordFor) =>
      machineProxy(
        () => settings.read().proxy,
        proxyOfEnvironment() ?? systemProxyOf(() => session.fromPartition('proxy-settings')),
        passwordFor,
      ),
    callDefaults: () => settings.read().defaults,
    openBrowser: webBrowser((url) => shell.openExternal(url)),
    publishRunEvents: gatherRunEvents((events) => publish('run.events', events)),
    publishScenarios: gatherRunEvents<ScenarioProgress>((progress) => publish('scenario.progress', progress)),
    publishCookies: (environmentId) => publish('cookies.changed', { environmentId }),
    onDefect: (error) => void log.defect('run', error),
    historyLimits: () => historyLimits(settings.read()),
    publishHistory: (change) => publish('history.changed', change),
  });
  opener.vault.onChange((status) => publish('vault.changed', status));
  const onOpened = ({ workspace }: OpenedWorkspace): void => {
    const { folder, name } = workspace;
    settings.remember({ folder, name, openedAt: new Date().toISOString() });
    workspace.onChange((changes) => publish('workspace.changed', [...changes]));
  };
  const workbench = createWorkbench({ open: opener.open, create: opener.create, onOpened });
  followHistoryLimits(
    settings,
    async () => (await workbench.current()).history,
    (error) => void log.defect('history', error),
  );
  return {
    workbench: {
      ...workbench,
      close: async () => {
        await workbench.close();
        lock.lock();
      },
    },
    openExample: async () => {
      await ensureExampleCopy(folders.exampleSource, folders.exampleCopy);
      return workbench.open(folders.exampleCopy);
    },
  };
}
