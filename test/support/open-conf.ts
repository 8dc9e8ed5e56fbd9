// Lets tests of settings use the library below electron-store, which runs in plain Node.
import Conf from 'conf';
import type { OpenBackingStore } from '#electron/settings/backing-store.ts';

/** The base of electron-store, which does all of its work and needs no Electron. */
export const openConf: OpenBackingStore = (options) => new Conf<Record<string, unknown>>(options);
