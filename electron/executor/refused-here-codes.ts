import type { CallFailureCode } from '#shared/response/call-statuses.ts';

/** What this computer says where it makes no connection, to whomever: what it means, by the code of the system. */
export const refusedHereCodes = {
  EACCES: 'connection-blocked',
  EPERM: 'connection-blocked',
  EMFILE: 'out-of-sockets',
  ENFILE: 'out-of-sockets',
  ENOBUFS: 'out-of-sockets',
  ETIMEDOUT: 'timeout-connect',
} as const satisfies Readonly<Record<string, CallFailureCode>>;
