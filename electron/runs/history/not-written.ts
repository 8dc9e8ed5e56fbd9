import { systemErrorReason } from '../../workspace/files/system-error.ts';

/** A file of the history was not written; the reason is the end of a sentence. */
export class NotWritten extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`Not written: ${reason}`);
    this.name = 'NotWritten';
    this.reason = reason;
  }
}

/** Why something of the history was not written or read, as the end of a sentence. */
export function historyReason(error: unknown): string {
  return error instanceof NotWritten ? error.reason : systemErrorReason(error);
}
