import type { DocumentId, WorkspaceDocument } from '#shared/workspace/document.ts';
import type { EndpointId, EnvironmentId, RunId, SecretSlot, WorkspaceId } from '#shared/ids/ids.ts';
import type { RandomState } from '#shared/interpreter/random-state.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { Outcome } from '#shared/outcome/outcome.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { AccessTokens } from '../oauth/access-tokens.ts';
import type { SystemProxy } from '../executor/system-proxy.ts';
import type { HostClock } from './host-clock.ts';
import type { HistoryPort } from './history/history-port.ts';
import type { KnownSecrets } from './known-secrets.ts';
import type { RunCookies } from './run-cookies.ts';
import type { CallStandIn } from './stand-in-of-call.ts';
import type { Value } from '#shared/value/value.ts';

/** What the run host needs from those around it; everything that is not HTTP or a run's own folder comes in here. */
export interface RunHostPorts {
  readonly workspace: RunWorkspace;
  readonly vault: RunVault;
  /** The cookies of endpoints that keep them; absent, they live as long as the host. */
  readonly cookies?: RunCookies;
  /** Takes the events of all runs, in the order in which they happen. They are scrubbed: they may be shown and stored. */
  readonly publish: (events: readonly RunEvent[]) => void;
  /** A folder that belongs to this host alone. It is emptied at the start and removed at the end. */
  readonly folder: string;
  /** Further `@` names at the moment a run starts, such as `{ sample: { url } }`. */
  readonly names?: () => Readonly<Record<string, Value>>;
  /** Product and version, sent as `User-Agent` where no header says otherwise. */
  readonly userAgent?: string;
  /** Which way the system takes to an address; absent, straight. */
  readonly systemProxy?: SystemProxy;
  /** The access tokens of endpoints; absent, they are kept for as long as the host lives. */
  readonly tokens?: AccessTokens;
  /** The clock that a run goes by, made for each; absent, that of the system. */
  readonly clock?: () => HostClock;
  /** What stands in for the calls of a run, made for each; absent, what was chosen when it was started. */
  readonly standIns?: () => (node: NodeOf<'api-call'>) => CallStandIn | null;
  /** The beginning of a run's random numbers, and its id; absent, both are such as nobody can guess. */
  readonly random?: () => RandomState;
  readonly newRunId?: () => RunId;
  /** Where runs are written down; absent, they are forgotten with the host. */
  readonly history?: HistoryPort;
  /** The secrets that become known, where others than the host want to know them; absent, its own. */
  readonly secrets?: KnownSecrets;
  /** Where nobody looks back, nothing is kept for it: no states to go back to, and no bodies. Absent, both are kept. */
  readonly forgets?: boolean;
  /** Hears of an exception that nobody expected, for the log. */
  readonly onDefect?: (error: unknown) => void;
}

/** The workspace whose flows are run. */
export interface RunWorkspace {
  readonly id: WorkspaceId;
  /** A document as it was last saved; `null` where there is none with this id. */
  document(id: DocumentId): { readonly document: WorkspaceDocument } | null;
  /** The values that hold where the active environment does not say otherwise; absent, there are none. */
  defaults?(): Environment | null;
  /** The real path of a file that a request sends, or why nothing may be read there. */
  resolveFile(
    name: string,
  ): Promise<Outcome<string, { readonly code: 'outside' | 'missing' | 'unreadable' }>>;
}

/** The vault, as far as a run needs it: for reading. */
export interface RunVault {
  read(place: SecretPlace): Promise<VaultReading>;
}

/** Where a secret is kept, and where it would go: `origin` as `secretOrigin` gives it. */
export interface SecretPlace {
  readonly workspaceId: WorkspaceId;
  readonly documentId: EndpointId | EnvironmentId;
  readonly slot: SecretSlot;
  readonly origin: string;
}

/** A secret, or why there is none to be had. */
export type VaultReading =
  | { readonly state: 'set'; readonly value: { reveal(): string } | string }
  /** `wayOn` says how it gets a value, where that is not as in the window. */
  | { readonly state: 'missing'; readonly wayOn?: string }
  | { readonly state: 'other-origin' | 'unreadable' | 'locked' | 'unavailable' };
