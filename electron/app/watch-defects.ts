import type { App } from 'electron';
import type { Log } from './log.ts';

/**
 * Writes defects of the main process to the log, instead of Electron's dialog with a stack. The first is also told; the
 * program goes on, because what the person made is in files and each call stands by itself.
 */
export function watchDefects(
  process: NodeJS.EventEmitter,
  app: App,
  log: Log,
  tell: (sentence: string) => void,
): void {
  let isTold = false;
  const defect = (where: string) => (error: unknown) => {
    const errorId = log.defect(where, error);
    if (isTold) return;
    isTold = true;
    tell(
      `Something went wrong inside Flowbench; the log says more under the number ${errorId}. Your work is saved.`,
    );
  };
  process.on('uncaughtException', defect('uncaught exception'));
  process.on('unhandledRejection', defect('unhandled rejection'));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit')
      log.note(`A process of the engine is gone: ${type}, ${reason}, ${exitCode}.`);
  });
}
