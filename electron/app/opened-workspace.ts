import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { CallDefaults } from '#shared/endpoint/call-defaults.ts';
import type { WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';
import type { CookieJars } from '../cookies/cookie-jars.ts';
import { AccessTokens } from '../oauth/access-tokens.ts';
import { SignIns } from '../oauth/sign-ins.ts';
import { vaultTokenShelf } from '../oauth/token-shelf.ts';
import { RunHistory } from '../runs/history/run-history.ts';
import type { RunListPorts } from '../runs/history/run-list.ts';
import type { SystemProxy } from '../executor/system-proxy.ts';
import { knownProxy } from '../runs/known-proxy.ts';
import { KnownSecrets } from '../runs/known-secrets.ts';
import { createRunHost, type RunHost } from '../runs/run-host.ts';
import type { RunHostPorts, SecretPlace } from '../runs/run-ports.ts';
import { ScenarioRuns, type ScenarioRunsPorts } from '../runs/scenario/scenario-runs.ts';
import { noSampleUrl, type SampleApi } from '../sample/sample-api.ts';
import type { ViewStore } from '../settings/view-store.ts';
import type { Vault } from '../vault/vault.ts';
import type { Recovery } from '../workspace/recovery.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LoggedSecrets } from './logged-secrets.ts';
import { viewWithoutSecrets } from './view-without-secrets.ts';
import { workspaceForRuns } from './workspace-for-runs.ts';

/** The workspace that is open, and what lives exactly as long as it is. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly vault: Vault;
  readonly cookies: CookieJars;
  readonly runs: RunHost;
  readonly scenarios: ScenarioRuns;
  readonly history: RunHistory;
  readonly signIns: SignIns;
  readonly view: ViewStore;
  readonly recovery: Recovery;
  /** Tells this opening from every other one, also of the same folder. */
  readonly opening: string;
  /** What the window shows from now on; what was offered to it before counts as accepted. */
  readonly snapshot: () => WorkspaceSnapshot;
  /** Ends runs, stops the sample API, and writes what is not written yet. */
  readonly close: () => Promise<void>;
}

/** What an open workspace is made from. */
export interface WorkspaceParts extends Pick<RunHostPorts, 'publish' | 'onDefect' | 'userAgent'> {
  /** The way of the system, or of the settings in its place. */
  readonly systemProxy: SystemProxy;
  readonly workspace: Workspace;
  readonly vault: Vault;
  /** They outlive the opening: without an end, cookies live until the application ends. */
  readonly cookies: CookieJars;
  readonly view: ViewStore;
  readonly recovery: Recovery;
  /** The example's API, where an endpoint calls it. */
  readonly sample: SampleApi | null;
  /** What endpoints call with that leave it to the settings. */
  readonly callDefaults: () => CallDefaults;
  /** Hears of each secret that a run uses, so that the log can keep it out. */
  readonly loggedSecrets: LoggedSecrets;
  /** Opens an address in the system's browser. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly history: Pick<RunListPorts, 'limits' | 'publish' | 'note'>;
  /** Hears how scenarios go. */
  readonly tellScenarios: ScenarioRunsPorts['tell'];
}

/** Puts an open workspace together: its runs read its documents and its vault, and know the sample's address. */
export function openedWorkspace(parts: WorkspaceParts): OpenedWorkspace {
  const {
    workspace,
    vault,
    cookies,
    view: viewOfWindow,
    recovery,
    sample,
    loggedSecrets,
    openBrowser,
    callDefaults,
    systemProxy: systemWay,
    tellScenarios,
    ...rest
  } = parts;
  const secrets = new KnownSecrets();
  const view = viewWithoutSecrets(viewOfWindow, secrets);
  const runPorts = { ...rest, systemProxy: knownProxy(systemWay, secrets, loggedSecrets.add) };
  const tokens = new AccessTokens({ ...runPorts, shelf: vaultTokenShelf(vault) });
  tokens.onSecret(loggedSecrets.add);
  const shared = {
    workspace: workspaceForRuns(workspace, callDefaults),
    cookies,
    vault: {
      read: async (place: SecretPlace) => {
        const reading = await vault.read(place);
        if (reading.state === 'set') loggedSecrets.add(reading.value.reveal());
        return reading;
      },
    },
    tokens,
    names: () => (sample === null ? {} : { sample: { url: sample.url } }),
  };
  const runsFolder = path.join(workspace.dataFolder, 'runs');
  const history = new RunHistory({
    ...parts.history,
    folder: runsFolder,
    secrets,
    onRemoved: (runIds) => runs.forget(runIds),
  });
  // What runs work with is not what is kept of them: it may still hold what the keeping takes out.
  const folder = path.join(runsFolder, 'working');
  const runs = createRunHost({ ...runPorts, ...shared, folder, history, secrets });
  const scenarios = new ScenarioRuns({
    vault: shared.vault,
    tokens,
    // As the command line has them: what this computer prefers, and the cookies of its runs, are nothing for a test.
    workspace,
    names: () => ({ sample: { url: sample?.url ?? noSampleUrl } }),
    folder: path.join(runsFolder, 'scenarios'),
    resultsFolder: path.join(workspace.dataFolder, 'scenario-results'),
    note: parts.history.note,
    systemProxy: runPorts.systemProxy,
    secrets,
    history,
    tell: tellScenarios,
    ...(parts.onDefect === undefined ? {} : { onDefect: parts.onDefect }),
  });
  const signIns = new SignIns({ ...shared, openBrowser, onSecret: loggedSecrets.add });
  // A key store that was unlocked, or a decision about where secrets are kept, counts for cookies too.
  const stopListening = vault.onChange(() => void cookies.settle().catch(parts.onDefect));
  const opening = randomUUID();
  // The window does not wait for it.
  void expired(workspace, vault).catch(parts.onDefect);
  return {
    workspace,
    vault,
    cookies,
    runs,
    scenarios,
    history,
    signIns,
    view,
    recovery,
    opening,
    snapshot: () => {
      workspace.acceptAll();
      return { ...workspace.snapshot(), opening, sampleUrl: sample?.url ?? null };
    },
    close: async () => {
      view.close();
      signIns.close();
      await scenarios.close();
      await runs.close();
      await history.close();
      stopListening();
      await cookies.settle();
      await sample?.close();
      await workspace.close();
      await recovery.close();
    },
  };
}

/** What was in the trash for its time goes, and its secrets with it. */
async function expired({ id, trash }: Workspace, vault: Vault): Promise<void> {
  for (const documentId of await trash.expire()) await vault.purge(id, documentId);
}
