import type { CallDefaults } from '#shared/endpoint/call-defaults.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { EnvironmentId, WorkspaceId } from '#shared/ids/ids.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import type { HistoryChange } from '#shared/ipc/channels/history-channels.ts';
import type { ScenarioRunsPorts } from '../runs/scenario/scenario-runs.ts';
import type { HistoryLimits } from '#shared/run-history/runs-to-remove.ts';
import { type CookieJars, createCookieJars } from '../cookies/cookie-jars.ts';
import type { ProxyPassword } from '../executor/machine-proxy.ts';
import type { SystemProxy } from '../executor/system-proxy.ts';
import { startSampleApi, type SampleApi } from '../sample/sample-api.ts';
import { speaksToSample } from '../sample/speaks-to-sample.ts';
import { openViewStore } from '../settings/view-store.ts';
import type { DurableStorePorts } from '../settings/durable-store.ts';
import type { Cipher } from '../vault/cipher.ts';
import { machineVault, proxyPasswordPlace } from '../vault/secret-place.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import type { VaultPorts } from '../vault/vault-state.ts';
import { createWorkspace } from '../workspace/create-workspace.ts';
import { systemErrorReason } from '../workspace/files/system-error.ts';
import { machineVaultFile, vaultFile } from '../workspace/workspace-data.ts';
import { openRecovery } from '../workspace/recovery.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { WorkspacePorts } from '../workspace/workspace-state.ts';
import type { LoggedSecrets } from './logged-secrets.ts';
import { openedWorkspace, type OpenedWorkspace } from './opened-workspace.ts';

/** What workspaces are opened with. */
export interface WorkspaceOpenerPorts {
  readonly workspacePorts: WorkspacePorts;
  readonly storePorts: DurableStorePorts;
  readonly system: Cipher;
  /** Whether secrets were kept for the session only at an earlier start. */
  readonly sessionWasChosen: boolean;
  /** Where secrets can be kept under a passphrase. */
  readonly passphrase: NonNullable<VaultPorts['passphrase']>;
  readonly loggedSecrets: LoggedSecrets;
  readonly userAgent: string;
  /** Makes the way of the system, or of the settings in its place, with what gives the password for a proxy of those. */
  readonly systemProxy: (passwordFor: ProxyPassword) => SystemProxy;
  /** What endpoints call with that leave it to the settings; asked again for every call. */
  readonly callDefaults: () => CallDefaults;
  /** Opens an address in the system's browser. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly publishRunEvents: (events: readonly RunEvent[]) => void;
  /** Hears how scenarios go. */
  readonly publishScenarios: ScenarioRunsPorts['tell'];
  /** Hears whose cookies changed. */
  readonly publishCookies: (environmentId: EnvironmentId | null) => void;
  readonly onDefect: (error: unknown) => void;
  /** How much of the past runs is kept; asked again for every run. */
  readonly historyLimits: () => HistoryLimits;
  /** Hears how the history of the open workspace changes. */
  readonly publishHistory: (change: HistoryChange) => void;
}

/** A copy of the example is as good as the example, in the window as for the command line. */
async function sampleFor(workspace: Workspace, note: (sentence: string) => void): Promise<SampleApi | null> {
  if (!speaksToSample(workspace.placed().map(({ stored }) => stored.content))) return null;
  return startSampleApi().catch((error: unknown) => {
    note(`The sample API is not served: ${systemErrorReason(error)}.`);
    return null;
  });
}

type Opened = Outcome<OpenedWorkspace, OpenFailure>;

/** Opens workspaces with everything that belongs to an open one. One vault serves them all. */
export interface WorkspaceOpener {
  readonly vault: Vault;
  readonly open: (folder: string) => Promise<Opened>;
  readonly create: (folder: string, name: string) => Promise<Opened>;
}

/** Makes the opener; the vault keeps what is kept for the session as long as it lives. */
export function workspaceOpener(ports: WorkspaceOpenerPorts): WorkspaceOpener {
  const dataFolders = new Map<WorkspaceId, string>();
  const vault = createVault({
    system: ports.system,
    sessionWasChosen: ports.sessionWasChosen,
    now: ports.workspacePorts.now,
    passphrase: ports.passphrase,
    fileOf: (id) => {
      if (id === machineVault) return machineVaultFile(ports.workspacePorts.userData);
      const dataFolder = dataFolders.get(id);
      if (dataFolder === undefined) throw new Error(`The workspace ${id} was never open`);
      return vaultFile(dataFolder);
    },
  });

  const systemProxy = ports.systemProxy(async (address) => {
    const reading = await vault.read(proxyPasswordPlace(address));
    if (reading.state === 'set') return reading.value.reveal();
    return reading.state === 'missing' ? '' : null;
  });
  const note = (sentence: string) => ports.workspacePorts.note?.(sentence);
  const jars = new Map<string, CookieJars>();
  const cookiesOf = ({ dataFolder, id }: Workspace): CookieJars => {
    const cookies =
      jars.get(dataFolder) ??
      createCookieJars({
        workspaceId: id,
        vault,
        onValue: ports.loggedSecrets.addCookie,
        onChange: ports.publishCookies,
        note,
      });
    jars.set(dataFolder, cookies);
    return cookies;
  };

  const assembled = async (outcome: Outcome<Workspace, OpenFailure>): Promise<Opened> => {
    if (!outcome.ok) return outcome;
    const workspace = outcome.value;
    dataFolders.set(workspace.id, workspace.dataFolder);
    const parts = {
      workspace,
      vault,
      cookies: cookiesOf(workspace),
      view: openViewStore(workspace.dataFolder, ports.storePorts),
      recovery: await openRecovery(workspace.dataFolder, { now: ports.workspacePorts.now, note }),
      sample: await sampleFor(workspace, note),
      loggedSecrets: ports.loggedSecrets,
      publish: ports.publishRunEvents,
      tellScenarios: ports.publishScenarios,
      onDefect: ports.onDefect,
      userAgent: ports.userAgent,
      systemProxy,
      callDefaults: ports.callDefaults,
      openBrowser: ports.openBrowser,
      history: {
        limits: ports.historyLimits,
        publish: ports.publishHistory,
        note,
      },
    };
    return succeeded(openedWorkspace(parts));
  };

  return {
    vault,
    open: async (folder) => assembled(await openWorkspace(folder, ports.workspacePorts)),
    create: async (folder, name) => assembled(await createWorkspace(folder, name, ports.workspacePorts)),
  };
}
