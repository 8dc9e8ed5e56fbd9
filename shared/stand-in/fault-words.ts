import { formatDuration } from '../run-events/format-duration.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { Fault, FaultKind, TlsFault } from './fault.ts';

/** The kinds of fault as a list shows them. */
export const faultKindWords: Readonly<Record<FaultKind, string>> = {
  status: 'A status and a body',
  'malformed-json': 'JSON that is broken',
  'cut-body': 'A body that is cut',
  'slow-drip': 'A body that drips',
  latency: 'A late answer',
  timeout: 'A timeout',
  dns: 'Name not known',
  refused: 'Connection refused',
  reset: 'Connection broken',
  tls: 'TLS failure',
  exception: 'Secrets locked',
};

/** What may be wrong with TLS, as a list shows it. */
export const tlsFaultWords: Readonly<Record<TlsFault, string>> = {
  'certificate-expired': 'certificate expired',
  'certificate-not-yet-valid': 'certificate not valid yet',
  'certificate-self-signed': 'certificate signed by itself',
  'certificate-not-trusted': 'issuer not trusted',
  'certificate-host-mismatch': 'certificate for another host',
  'tls-handshake-failed': 'handshake failed',
  'tls-not-spoken': 'no TLS spoken',
};

/** A fault in a few words: what a card, an event and a list call it. */
export function faultName(fault: Fault): string {
  switch (fault.kind) {
    case 'status':
      return `status ${String(fault.statusCode)}`;
    case 'timeout':
      return `${fault.clock} timeout`;
    case 'slow-drip':
      return `body over ${formatDuration(fault.overMs)}`;
    case 'latency':
      return `answer after ${formatDuration(fault.delayMs)}`;
    case 'tls':
      return tlsFaultWords[fault.trouble];
    case 'dns':
    case 'refused':
    case 'reset':
    case 'cut-body':
    case 'malformed-json':
    case 'exception':
      return plainNames[fault.kind];
    default:
      return assertNever(fault);
  }
}

const plainNames = {
  dns: 'name not known',
  refused: 'connection refused',
  reset: 'connection broken',
  'cut-body': 'body cut',
  'malformed-json': 'broken JSON',
  exception: 'secrets locked',
} as const;

/** A fault with how many attempts it is for: `status 503, first 2 attempts`. */
export function faultForAttempts(fault: Fault, attempts: number | 'all'): string {
  if (attempts === 'all' || fault.kind === 'exception') return faultName(fault);
  return `${faultName(fault)}, first ${attempts === 1 ? 'attempt' : `${String(attempts)} attempts`}`;
}
