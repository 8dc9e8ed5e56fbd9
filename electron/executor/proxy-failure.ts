import type { CallFailureCode } from '#shared/response/call-statuses.ts';
import { ProxyRefusal } from './proxy-refusal.ts';
import { refusedHereCodes } from './refused-here-codes.ts';
import { systemErrorOf } from './system-error.ts';
import { isCertificateError, isTlsError } from './tls-failure-code.ts';

/** What an error means on the way to a proxy, or while it is asked to connect: nothing has reached the target. */
export function proxyFailureCode(error: unknown): CallFailureCode {
  if (error instanceof ProxyRefusal) return error.kind;
  const found = systemErrorOf(error);
  const { code } = found;
  if (code.startsWith('HPE_')) return 'proxy-malformed';
  if (isCertificateError(found)) return 'proxy-certificate-refused';
  if (isTlsError(found)) return 'proxy-tls-failed';
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'proxy-not-found';
  return codes[code] ?? 'connection-failed';
}

const unreachable = 'proxy-unreachable';

const codes: Readonly<Record<string, CallFailureCode | undefined>> = {
  ECONNREFUSED: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENETDOWN: unreachable,
  EHOSTDOWN: unreachable,
  EADDRNOTAVAIL: unreachable,
  ECONNRESET: unreachable,
  ECONNABORTED: unreachable,
  EPIPE: unreachable,
  ...refusedHereCodes,
};
