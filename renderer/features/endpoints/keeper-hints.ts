import type { VaultStatus } from '#shared/secret/secret-state.ts';

/** Where a secret goes that is entered now, by who keeps secrets. */
export const keeperHints: Readonly<Record<VaultStatus['keeper'], string>> = {
  system: 'Encrypted by the key store of the system, never shown again',
  session: 'For this session only, gone when Flowbench ends',
  passphrase: 'Encrypted under your passphrase, never shown again',
  'passphrase-locked': 'Locked under your passphrase: what is entered now asks for it',
  undecided: 'Nothing keeps secrets yet: this system has no key store that encrypts',
  locked: 'Nothing keeps secrets now: the key store of the system is locked',
  changed: 'Encrypted by the key store of the system, which is another one than before',
};
