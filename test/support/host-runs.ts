// A run host without a window: documents from memory, events into a list.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRunHost, type RunHost } from '#electron/runs/run-host.ts';
import { resolveWorkspaceFile } from '#electron/workspace/resolve-workspace-file.ts';
import type { RunHostPorts, SecretPlace, VaultReading } from '#electron/runs/run-ports.ts';
import type { RunEvent, RunEventOf, RunEventType } from '#shared/run-events/run-event.ts';
import { runEventSchema } from '#shared/run-events/run-event.ts';
import type { RunId } from '#shared/ids/ids.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyId } from '../stories/story-id.ts';

/** A run host over documents in memory, and everything it published. */
export interface HostedRuns {
  readonly host: RunHost;
  /** Where the host keeps bodies. */
  readonly folder: string;
  /** The folder of the workspace. */
  readonly workspaceFolder: string;
  readonly defects: readonly unknown[];
  /** Every secret that was asked for. */
  readonly asked: readonly SecretPlace[];
  events(runId: RunId): readonly RunEvent[];
  eventsOf<Type extends RunEventType>(runId: RunId, type: Type): readonly RunEventOf<Type>[];
  /** Settles with the first event of a type in a run, also one that has already happened. */
  event<Type extends RunEventType>(runId: RunId, type: Type): Promise<RunEventOf<Type>>;
  close(): Promise<void>;
}

/** What a test brings to its runs. */
export interface HostedDocuments {
  readonly documents: readonly WorkspaceDocument[];
  /** Secret values by slot, or what the vault says instead. */
  readonly secrets?: Readonly<Record<string, string | Exclude<VaultReading, { state: 'set' }>>>;
  readonly ports?: Partial<RunHostPorts>;
}

/** Starts a run host; what it publishes is checked against the contract. */
export async function hostRuns({ documents, ports, secrets = {} }: HostedDocuments): Promise<HostedRuns> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'flowbench-runs-')));
  const folder = path.join(root, 'bodies');
  const published: RunEvent[] = [];
  const listeners = new Set<() => void>();
  const defects: unknown[] = [];
  const asked: SecretPlace[] = [];
  const host = createRunHost({
    workspace: {
      id: storyId('ws', 'Acme Shop'),
      resolveFile: (name) => resolveWorkspaceFile(root, name),
      document: (id) => {
        const document = documents.find((each) => each.id === id);
        return document === undefined ? null : { document };
      },
    },
    vault: {
      read: (place) => {
        asked.push(place);
        const secret = secrets[place.slot];
        if (secret === undefined) return Promise.resolve({ state: 'missing' });
        return Promise.resolve(typeof secret === 'string' ? { state: 'set', value: secret } : secret);
      },
    },
    publish: (events) => {
      published.push(...events.map((event) => runEventSchema.parse(event)));
      for (const listener of [...listeners]) listener();
    },
    folder,
    onDefect: (error) => defects.push(error),
    ...ports,
  });

  const eventsOf = <Type extends RunEventType>(runId: RunId, type: Type) =>
    published.filter(
      (event): event is RunEventOf<Type> => event.runId === runId && event.type === (type as string),
    );

  return {
    host,
    folder,
    workspaceFolder: root,
    defects,
    asked,
    events: (runId) => published.filter((event) => event.runId === runId),
    eventsOf,
    event: (runId, type) =>
      new Promise((resolve) => {
        const look = (): void => {
          const [found] = eventsOf(runId, type);
          if (found === undefined) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    close: async () => {
      await host.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** The run that was started; a story whose run does not start is wrong. */
export function startedRun(outcome: ReturnType<RunHost['start']>): RunId {
  if (!outcome.ok) throw new Error(`The run did not start: ${outcome.failure.message}`);
  return outcome.value.runId;
}

/** A whole body of a run, read in pieces as the page does. */
export async function wholeBodyOf(
  host: RunHost,
  runId: RunId,
  handle: string,
  length = 1_048_576,
): Promise<string> {
  let text = '';
  for (let offset: number | null = 0; offset !== null;) {
    const range = await host.readBody({ runId, handle, offset, length });
    if (!range.ok) throw new Error(range.failure.message);
    text += Buffer.from(range.value.base64, 'base64').toString('utf8');
    offset = range.value.nextOffset;
  }
  return text;
}
