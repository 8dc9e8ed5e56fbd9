import { environmentSecrets, type HeldSecret } from '#shared/environment/environment-layers.ts';
import type { Environment } from '#shared/environment/environment.ts';
import { secretsRead } from '#shared/environment/secrets-read.ts';
import { endpointTemplateTexts } from '#shared/endpoint/endpoint-template-texts.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import {
  type EnvironmentSecretReading,
  type EnvironmentSecrets,
  noEnvironmentSecrets,
} from '#shared/request/environment-secrets.ts';
import type { SecretReading } from '#shared/request/secret-reading.ts';
import { secretDestinations, type SecretUse } from '#shared/secret/secret-slots.ts';
import type { RunHostPorts, VaultReading } from './run-ports.ts';

/** What a run knows of its environment. */
export interface RunEnvironment {
  readonly active: Environment | null;
  readonly defaults: Environment | null;
  /** The id of the environment that was chosen and is not there; `null` where nothing is missing. */
  readonly missing: EnvironmentId | null;
  readonly secrets: ReadonlyMap<string, HeldSecret>;
}

/** The environment that was chosen as it was last saved, and the defaults behind it. */
export function environmentOfRun(
  workspace: RunHostPorts['workspace'],
  id: EnvironmentId | null,
): RunEnvironment {
  const document = id === null ? null : (workspace.document(id)?.document ?? null);
  const active = document?.format === 'flowbench.environment' ? document : null;
  const defaults = workspace.defaults?.() ?? null;
  const missing = active === null ? id : null;
  return { active, defaults, missing, secrets: environmentSecrets({ active, defaults }) };
}

/**
 * Reads the secrets of an environment that a call names, for each server that the call speaks to: the vault gives a secret
 * for those origins only that somebody has let it go to.
 */
export async function readEnvironmentSecrets(
  { vault, workspace }: Pick<RunHostPorts, 'workspace' | 'vault'>,
  endpoint: Endpoint,
  callTexts: readonly string[],
  secrets: ReadonlyMap<string, HeldSecret>,
): Promise<EnvironmentSecrets> {
  if (secrets.size === 0) return noEnvironmentSecrets;
  const names = new Set(secrets.keys());
  const readings = new Map<string, EnvironmentSecretReading>();
  for (const name of secretsRead([...endpointTemplateTexts(endpoint), ...callTexts], names)) {
    const held = secrets.get(name);
    if (held === undefined) continue;
    const place = { workspaceId: workspace.id, documentId: held.owner.id, slot: held.value.secret };
    for (const { origin, use } of secretDestinations(endpoint)) {
      const reading = revealed(await vault.read({ ...place, origin }));
      readings.set(keyOf(name, use), { environment: held.owner.name, origin, reading });
    }
  }
  return { names, read: (name, use) => readings.get(keyOf(name, use)) ?? unread(name) };
}

function keyOf(name: string, use: SecretUse): string {
  return `${use} ${name}`;
}

function unread(name: string): never {
  throw new Error(`Nobody saw that a template reads the secret ${name}.`);
}

/** What the vault says, with the value in the open. */
export function revealed(reading: VaultReading): SecretReading {
  if (reading.state !== 'set') return reading;
  const { value } = reading;
  return { state: 'set', value: typeof value === 'string' ? value : value.reveal() };
}
