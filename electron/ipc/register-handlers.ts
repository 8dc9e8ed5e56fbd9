import { ipcMain } from 'electron';
import type { Handlers } from '#shared/ipc/contract.ts';
import { answerCall, type ReportDefect } from './answer-call.ts';
import { channelNames } from './channel-names.ts';
import { defectSentence, type Reply } from './reply.ts';
import { isTrustedSender, type TrustedPage } from './trusted-sender.ts';

/**
 * Registers a handler for every channel of the contract, behind the check of who asks. This is the only file that may
 * listen to the page.
 *
 * @param trustedPage the page that may call now, or `null` while there is no window
 */
export function registerHandlers(
  handlers: Handlers,
  trustedPage: () => TrustedPage | null,
  report: ReportDefect,
): void {
  for (const name of channelNames) {
    ipcMain.handle(name, (message, input: unknown): Reply | Promise<Reply> => {
      if (!isTrustedSender(message, trustedPage())) {
        return { error: defectSentence(report(name, new Error('The sender is not trusted'))) };
      }
      return answerCall(handlers, report, name, input);
    });
  }
}
