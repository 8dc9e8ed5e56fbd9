import { ipcMain } from 'electron';
import type { Handlers } from '#shared/ipc/contract.ts';
import { answerCall, type ReportDefect } from './answer-call.ts';
import { channelNames } from './channel-names.ts';
import { defectSentence, type Reply } from './reply.ts';
import { isTrustedSender, type TrustedPage } from './trusted-sender.ts';

/** What the registry asks and whom it tells. */
export interface RegistryPorts {
  /** The page that may call now, or `null` while there is no window. */
  readonly trustedPage: () => TrustedPage | null;
  readonly report: ReportDefect;
  /** Hears of every call by the trusted page, before it is answered. */
  readonly onCall: () => void;
}

/**
 * Registers a handler for every channel of the contract, behind the check of who asks. This is the only file that may
 * listen to the page.
 */
export function registerHandlers(handlers: Handlers, { trustedPage, report, onCall }: RegistryPorts): void {
  // A library may have opened a door of its own: electron-store tells its folder to whoever asks.
  ipcMain.removeAllListeners();
  for (const name of channelNames) {
    ipcMain.handle(name, (message, input: unknown): Reply | Promise<Reply> => {
      if (!isTrustedSender(message, trustedPage())) {
        return { error: defectSentence(report(name, new Error('The sender is not trusted'))) };
      }
      onCall();
      return answerCall(handlers, report, name, input);
    });
  }
}
