import { mkdtemp, rm } from 'node:fs/promises';
import { getRandomValues, randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { environmentSecrets as environmentSecretsOf } from '#shared/environment/environment-layers.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { newId, workspaceIdSchema, type SecretSlot } from '#shared/ids/ids.ts';
import type { ResponseVariable } from '#shared/response/response-variable.ts';
import { createAgents } from '../../executor/agents.ts';
import { createExecutor } from '../../executor/execute-call.ts';
import { memoryCookies } from '../../cookies/memory-cookies.ts';
import { AccessTokens } from '../../oauth/access-tokens.ts';
import { memoryTokenShelf } from '../../oauth/token-shelf.ts';
import { carryOutCall } from '../../runs/carry-out-call.ts';
import { proxyOfEnvironment } from '../../runs/environment-proxy.ts';
import { KnownSecrets } from '../../runs/known-secrets.ts';
import { prepareCall } from '../../runs/prepare-call.ts';
import type { SecretPlace, VaultReading } from '../../runs/run-ports.ts';
import { scrubEvent } from '../../runs/scrub-event.ts';
import { scrubbedValue } from '../scrubbed-value.ts';
import type { CallInput } from './call-input.ts';

/** What a call needs besides its input. */
export interface CallPorts {
  /** The value of a secret by its name; `undefined` where there is none. */
  readonly secret: (name: string) => string | undefined;
  /** Files of the request are named relative to this folder. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Hears what happens, without secrets. */
  readonly tell: (event: EventDraft) => void;
}

/**
 * Makes one call exactly as a run of the application does, and gives its response variable without secrets: also what
 * the server sent back of them is masked.
 */
export async function madeCall(input: CallInput, ports: CallPorts): Promise<ResponseVariable> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-call-'));
  const secrets = new KnownSecrets();
  const scrub = (text: string): string => secrets.scrubber.scrub(text);
  const tell = (event: EventDraft): void => ports.tell(scrubEvent(event, scrub));
  const agents = createAgents();
  try {
    const variable = await performed(input, { ...ports, tell }, secrets, folder, agents);
    return scrubbedValue(variable, scrub) as ResponseVariable;
  } finally {
    agents.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function performed(
  { call, endpoint, environment, environmentSecrets, secretNames, variables }: CallInput,
  { folder: workingFolder, secret, signal, tell }: CallPorts,
  secrets: KnownSecrets,
  folder: string,
  agents: ReturnType<typeof createAgents>,
): Promise<ResponseVariable> {
  const ofEnvironment = secretsBySlot(environmentSecrets);
  const names = new Map([...secretNames, ...ofEnvironment.names]);
  const read = ({ slot }: SecretPlace): Promise<VaultReading> => {
    const value = secret(names.get(slot) ?? '');
    return Promise.resolve(value === undefined ? { state: 'missing' } : { state: 'set', value });
  };
  const prepared = await prepareCall({ workspace: nowhere, vault: { read } }, secrets, {
    environment: { missing: null, secrets: ofEnvironment.held },
    endpoint,
    call,
    scope: { variables, environment, system: { now: new Date().toISOString(), uuid: () => randomUUID() } },
  });
  const systemProxy = proxyOfEnvironment();
  const executor = createExecutor({
    agents,
    ...(systemProxy === null ? {} : { systemProxy }),
    resolveFile: (file) => path.resolve(workingFolder, file),
    bodyFolder: () => Promise.resolve(folder),
  });
  const jar = endpoint.cookies ? await memoryCookies().jarOf(null) : null;
  const bodies = { keep: () => Promise.resolve(null) };
  const tokens = new AccessTokens({
    shelf: memoryTokenShelf(),
    ...(systemProxy === null ? {} : { systemProxy }),
  });
  tokens.onSecret((value) => {
    secrets.add([{ value }]);
  });
  const place = { workspaceId: nowhere.id, endpointId: endpoint.id, environmentId: null };
  const { variable } = await carryOutCall(
    { executor, secrets, bodies, signal, tell, tokens: ({ name }) => tokens.source(place, name) },
    { endpoint, call, prepared, jar },
  );
  return variable;
}

/** The secrets of an environment as documents hold them: each in a slot. Whoever makes the call says where they go. */
function secretsBySlot(secrets: ReadonlyMap<string, string>) {
  const names = new Map<SecretSlot, string>();
  const values = [...secrets].map(([name, secretName]) => {
    const slot = newId('sl', getRandomValues);
    names.set(slot, secretName);
    return { name, secret: slot, enabled: true };
  });
  const active = environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: newId('en', getRandomValues),
    name: 'of the input',
    values,
  });
  return { names, held: environmentSecretsOf({ active, defaults: null }) };
}

/** A call by itself belongs to no workspace. */
const nowhere = {
  id: workspaceIdSchema.parse('ws_aaaaaaaaaaaa'),
  document: () => null,
  resolveFile: () => Promise.reject(new Error('A call by itself has no workspace.')),
};
