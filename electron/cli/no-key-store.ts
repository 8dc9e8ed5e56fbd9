import type { Cipher } from '../vault/cipher.ts';

/** Stands where the application has the system's key store: a command line keeps secrets for as long as it runs. */
export function noKeyStore(): Cipher {
  const refuse = () => Promise.reject(new Error('There is no key store here.'));
  return {
    name: 'system',
    available: () => Promise.resolve({ usable: false, backend: 'none', reason: 'none' }),
    encrypt: refuse,
    decrypt: refuse,
  };
}
