import type { SafeStorage } from 'electron';

/** The system's key store as Electron offers it, whichever Electron this is. */
export interface KeyStore {
  /** The store's own name, such as `gnome_libsecret`; `basic_text` is no store at all. */
  readonly backend: string;
  readonly isAvailable: () => Promise<boolean>;
  readonly encrypt: (text: string) => Promise<Uint8Array>;
  /** Rejects where the bytes were not made with the present key. */
  readonly decrypt: (bytes: Uint8Array) => Promise<{ readonly text: string; readonly reencrypt: boolean }>;
}

/**
 * The one place that knows which Electron this is: from 45 on the key store is asked without blocking the main process,
 * and the older calls, all that 33 has, are on their way out.
 */
export function keyStore(safeStorage: SafeStorage, platform: NodeJS.Platform): KeyStore {
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : systemStores[platform];
  const hasLaterCalls = typeof (safeStorage as Partial<SafeStorage>).encryptStringAsync === 'function';
  const calls = hasLaterCalls ? laterCalls(safeStorage) : earlierCalls(safeStorage);
  return { backend: backend ?? 'unknown', ...calls };
}

const systemStores: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'keychain',
  win32: 'dpapi',
};

type Calls = Omit<KeyStore, 'backend'>;

function laterCalls(safeStorage: SafeStorage): Calls {
  return {
    isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
    encrypt: (text) => safeStorage.encryptStringAsync(text),
    decrypt: async (bytes) => {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes));
      return { text: result, reencrypt: shouldReEncrypt };
    },
  };
}

/* eslint-disable @typescript-eslint/no-deprecated -- Electron 33 has no others */
function earlierCalls(safeStorage: SafeStorage): Calls {
  const promised = <Result>(call: () => Result) => new Promise<Result>((resolve) => resolve(call()));
  return {
    isAvailable: () => promised(() => safeStorage.isEncryptionAvailable()),
    encrypt: (text) => promised(() => safeStorage.encryptString(text)),
    decrypt: (bytes) =>
      promised(() => ({ text: safeStorage.decryptString(Buffer.from(bytes)), reencrypt: false })),
  };
}
/* eslint-enable @typescript-eslint/no-deprecated */
