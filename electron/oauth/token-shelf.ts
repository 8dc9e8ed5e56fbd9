import { tokenSlot, type KeptToken, readKeptToken, type TokenPlace } from './kept-token.ts';
import type { BoundPlace } from '../vault/secret-place.ts';
import type { Vault } from '../vault/vault.ts';

/** What is known of a token. `closed`: there may be one, and the key store does not give it. */
export type TokenReading =
  | { readonly state: 'set'; readonly token: KeptToken }
  | { readonly state: 'missing' }
  | { readonly state: 'closed'; readonly code: 'vault-locked' | 'vault-unavailable' };

/** Keeps tokens. `origin` is that of the API: a token is given back for no other. */
export interface TokenShelf {
  read(place: TokenPlace, origin: string): Promise<TokenReading>;
  write(place: TokenPlace, origin: string, token: KeptToken): Promise<void>;
  forget(place: TokenPlace): Promise<void>;
}

/** Keeps tokens as long as the process lives. */
export function memoryTokenShelf(): TokenShelf {
  const tokens = new Map<string, { readonly origin: string; readonly token: KeptToken }>();
  const key = ({ endpointId, environmentId, workspaceId }: TokenPlace) =>
    JSON.stringify([workspaceId, endpointId, environmentId]);
  return {
    read: (place, origin) => {
      const found = tokens.get(key(place));
      const isThere = found?.origin === origin;
      return Promise.resolve(isThere ? { state: 'set', token: found.token } : { state: 'missing' });
    },
    write: (place, origin, token) => {
      tokens.set(key(place), { origin, token });
      return Promise.resolve();
    },
    forget: (place) => {
      tokens.delete(key(place));
      return Promise.resolve();
    },
  };
}

/**
 * Keeps tokens in the vault, as secrets of their endpoint: encrypted, bound to the API's origin, and in the trash together
 * with it. What the vault does not take, because nobody keeps secrets, lasts as long as the process.
 */
export function vaultTokenShelf(vault: Pick<Vault, 'read' | 'set' | 'forget'>): TokenShelf {
  const memory = memoryTokenShelf();
  return {
    read: async (place, origin) => {
      const inMemory = await memory.read(place, origin);
      return inMemory.state === 'set' ? inMemory : vaultReading(vault, boundPlace(place, origin));
    },
    write: async (place, origin, token) => {
      const kept = await vault.set(boundPlace(place, origin), JSON.stringify(token));
      await (kept.ok ? memory.forget(place) : memory.write(place, origin, token));
    },
    forget: async (place) => {
      await memory.forget(place);
      await vault.forget(boundPlace(place, ''));
    },
  };
}

async function vaultReading(vault: Pick<Vault, 'read'>, place: BoundPlace): Promise<TokenReading> {
  const reading = await vault.read(place);
  switch (reading.state) {
    case 'set': {
      const token = readKeptToken(reading.value.reveal());
      return token === null ? { state: 'missing' } : { state: 'set', token };
    }
    case 'locked':
      return { state: 'closed', code: 'vault-locked' };
    case 'unavailable':
      return { state: 'closed', code: 'vault-unavailable' };
    case 'missing':
    case 'other-origin':
    case 'unreadable':
      return { state: 'missing' };
  }
}

function boundPlace({ endpointId, environmentId, workspaceId }: TokenPlace, origin: string): BoundPlace {
  return { workspaceId, documentId: endpointId, slot: tokenSlot(environmentId), origin };
}
