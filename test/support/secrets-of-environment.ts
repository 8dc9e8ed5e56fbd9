// Secrets of an environment with their values at hand, for requests that are prepared without a vault.
import type { EnvironmentSecrets } from '#shared/request/environment-secrets.ts';

/** Secrets by name that may go everywhere. */
export function secretsOfEnvironment(secrets: Readonly<Record<string, string>>): EnvironmentSecrets {
  return {
    names: new Set(Object.keys(secrets)),
    read: (name) => ({
      environment: 'staging',
      origin: 'https://shop.example',
      reading: { state: 'set', value: secrets[name]! },
    }),
  };
}
