import type { SafeStorage } from 'electron';
import type { SystemKeyStore } from '../vault/system-cipher.ts';

type Calls = Omit<SystemKeyStore, 'backend'>;

/**
 * The system's key store as Electron offers it, and the one place that asks which Electron this is: from 45 on it is
 * asked without blocking the main process, and the older calls, all that 33 has, are on their way out.
 */
export function keyStore(safeStorage: SafeStorage, platform: NodeJS.Platform): SystemKeyStore {
  const hasLaterCalls = typeof (safeStorage as Partial<SafeStorage>).encryptStringAsync === 'function';
  const calls = hasLaterCalls ? laterCalls(safeStorage) : earlierCalls(safeStorage);
  return { backend: backendName(safeStorage, platform), ...calls };
}

function backendName(safeStorage: SafeStorage, platform: NodeJS.Platform): string {
  if (platform === 'linux') return safeStorage.getSelectedStorageBackend();
  return platform === 'darwin' ? 'keychain' : 'dpapi';
}

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
