// Listens to everything that crosses between the page and the main process, as the bytes that cross.
import type { ElectronApplication } from '@playwright/test';

/** What has crossed so far, by channel. */
export interface IpcRecord {
  /** Everything that the main process sent or answered, and all that the page sent but secrets and passphrases. */
  readonly crossed: () => Promise<ReadonlyMap<string, Buffer>>;
}

/** Starts to record; what crossed before is not in the record. */
export async function recordIpc(app: ElectronApplication): Promise<IpcRecord> {
  await app.evaluate(({ ipcMain, BrowserWindow }) => {
    const { serialize } = process.getBuiltinModule('node:v8');
    const crossed: [string, string][] = [];
    Object.assign(globalThis, { crossedIpc: crossed });
    // A body crosses as base64: what was encoded before is looked for below it too.
    const unpacked = (name: string, payload: unknown): unknown =>
      name === 'body.read' ? JSON.stringify(payload, (_key, value: unknown) => decoded(value)) : null;
    const decoded = (value: unknown): unknown =>
      typeof value === 'string' && value.length > 40 ? Buffer.from(value, 'base64').toString('utf8') : value;
    const record = (name: string, payload: unknown): void => {
      for (const each of [payload, unpacked(name, payload)])
        crossed.push([name, serialize(each).toString('base64')]);
    };

    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    for (const way of ['send', 'postMessage'] as const) {
      const original = webContents[way].bind(webContents) as (name: string, ...rest: unknown[]) => void;
      Object.assign(webContents, {
        [way]: (name: string, ...rest: unknown[]) => {
          record(name, rest);
          original(name, ...rest);
        },
      });
    }
    const carriers: Readonly<Record<string, object>> = {
      'secret.set': { value: null },
      'vault.choose-passphrase': { passphrase: null },
      'vault.unlock': { passphrase: null },
      'vault.change-passphrase': { passphrase: null, next: null },
      'bundle.export': { passphrase: null },
      'bundle.import': { passphrase: null, secrets: null },
    };
    type Handler = (event: unknown, input: unknown) => unknown;
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
    for (const [name, handler] of [...handlers]) {
      handlers.set(name, async (event, input) => {
        // The inputs that carry a secret or a passphrase in; their other parts say where these belong.
        record(name, name in carriers ? { ...(input as object), ...carriers[name] } : input);
        const answer = await handler(event, input);
        record(name, answer);
        return answer;
      });
    }
  });
  return {
    crossed: async () => {
      const pairs = await app.evaluate(() => Reflect.get(globalThis, 'crossedIpc') as [string, string][]);
      const byChannel = new Map<string, Buffer[]>();
      for (const [name, bytes] of pairs)
        byChannel.set(name, [...(byChannel.get(name) ?? []), Buffer.from(bytes, 'base64')]);
      return new Map([...byChannel].map(([name, all]) => [name, Buffer.concat(all)]));
    },
  };
}
