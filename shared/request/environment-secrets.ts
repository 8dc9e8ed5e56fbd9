import { secretsRead, secretRead } from '../environment/secrets-read.ts';
import { originInWords } from '../secret/origin-in-words.ts';
import type { SecretUse } from '../secret/secret-slots.ts';
import type { TemplateScope } from '../template/template-scope.ts';
import { PreparationStop } from './call-exception.ts';
import { wayOnOf, type SecretReading } from './secret-reading.ts';

/** The secrets of the environment that the fields of one request may read. */
export interface EnvironmentSecrets {
  readonly names: ReadonlySet<string>;
  /** What the vault says of a secret, for the server that gets it there. */
  read(name: string, use: SecretUse): EnvironmentSecretReading;
}

/** What the vault says, and the environment whose secret it is. */
export interface EnvironmentSecretReading {
  readonly environment: string;
  /** Where the secret would go. */
  readonly origin: string;
  readonly reading: SecretReading;
}

/** Without an environment there are none. */
export const noEnvironmentSecrets: EnvironmentSecrets = {
  names: new Set(),
  read: (name) => {
    throw new Error(`No environment has a secret ${name}.`);
  },
};

/** What one template is rendered with, and the secrets that it can read. */
export interface ScopeWithSecrets {
  readonly scope: TemplateScope;
  readonly values: readonly string[];
}

/**
 * The scope of a template together with the secrets that it names; one that cannot be had stops the preparation, also
 * where a branch that is not taken names it. Whoever reads the whole environment gets the secrets that can be had.
 */
export function scopeWithSecrets(
  template: string,
  scope: TemplateScope,
  secrets: EnvironmentSecrets,
  use: SecretUse,
  place: string,
): ScopeWithSecrets {
  const named = secrets.names.size === 0 ? secrets.names : secretsRead([template], secrets.names, scope);
  if (named.size === 0) return { scope, values: [] };
  const isWhole = named === secrets.names;
  const values = new Map<string, string>();
  for (const name of named) {
    const found = secrets.read(name, use);
    if (found.reading.state === 'set') values.set(name, found.reading.value);
    else if (!isWhole) throw environmentSecretStop(name, found, found.reading, place);
  }
  const environment = { ...scope.environment, ...Object.fromEntries(values) };
  return { scope: { ...scope, environment }, values: [...values.values()] };
}

/** The first secret among the names that an expression read; `null` where it read none. */
export function secretAmong(
  names: readonly string[],
  { names: secrets }: EnvironmentSecrets,
  scope: TemplateScope,
): string | null {
  if (secrets.size === 0) return null;
  for (const name of names) {
    const read = secretRead(name.split('.'), secrets, scope);
    if (read !== null) return read;
  }
  return null;
}

function environmentSecretStop(
  secret: string,
  { environment, origin }: EnvironmentSecretReading,
  reading: Exclude<SecretReading, { state: 'set' }>,
  field: string,
): PreparationStop {
  switch (reading.state) {
    case 'missing':
      return new PreparationStop(
        'secret-missing',
        { secret, place: `the environment ${environment}` },
        { field, ...wayOnOf(reading) },
      );
    case 'other-origin':
      return new PreparationStop(
        'secret-missing',
        { secret, place: environment },
        {
          field,
          sentence: `The secret ${secret} of ${environment} may not go to ${originInWords(origin)} yet.`,
          wayOn:
            'Let it go there if you trust that address: in this API Call, its API endpoint or the environment.',
        },
      );
    case 'unreadable':
      return new PreparationStop('vault-value-unreadable', { secret }, { field });
    case 'locked':
      return new PreparationStop('vault-locked', {}, { field });
    case 'unavailable':
      return new PreparationStop('vault-unavailable', { detail: reading.detail ?? null }, { field });
  }
}
