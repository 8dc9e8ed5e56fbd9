import type { CallFailureCode, CallPhase, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import { addressPlaceholders, type CallFailure, phaseOf } from './call-failure.ts';
import { type CertificateFacts, certificatePlaceholders } from './certificate-facts.ts';
import { proxyFailureCode } from './proxy-failure.ts';
import { ProxyRefusal } from './proxy-refusal.ts';
import { refusedHereCodes } from './refused-here-codes.ts';
import { type SystemError, systemErrorOf } from './system-error.ts';
import { tlsFailureCode } from './tls-failure-code.ts';
import { TargetNotResolved } from './tunnel.ts';

/** Where an exchange stood when Node reported an error. */
export interface ErrorPlace {
  readonly url: URL;
  readonly phase: Exclude<CallPhase, 'prepare' | 'token' | 'redirect' | 'response' | 'delay'>;
  readonly elapsedMs: number;
  readonly headerLimitBytes: number;
  /** The server's certificate, as far as the handshake got. */
  readonly certificate: CertificateFacts | null;
  /** `host:port` of the proxy, as long as only the proxy has to do with it; `null` once the target is spoken to. */
  readonly proxy?: string | null;
}

/** Turns an error of Node's sockets, TLS or HTTP parser into a fact of the closed list (`from` in its table of statuses). */
export function failureOfError(error: unknown, place: ErrorPlace): CallFailure {
  if (error instanceof TargetNotResolved)
    return failureOfError(error.cause, { ...place, proxy: null, phase: 'dns' });
  const found = systemErrorOf(error);
  const placeholders = placeholdersOf(found, place);
  const { proxy = null } = place;
  if (proxy === null) {
    const code = failureCode(found, place);
    return { code, phase: phaseOf(code, place.phase), placeholders };
  }
  const code = proxyFailureCode(error);
  const proxy_status = error instanceof ProxyRefusal ? error.proxyStatus : null;
  return {
    code,
    phase: phaseOf(code, 'proxy'),
    placeholders: { ...placeholders, proxy, proxy_status },
  };
}

function failureCode(error: SystemError, place: ErrorPlace): CallFailureCode {
  const tls = tlsFailureCode(error, place.phase);
  if (tls !== null) return tls;
  if (error.code.startsWith('HPE_')) return parserFailureCode(error, place);
  const byPhase = codesByPhase[place.phase]?.[error.code];
  if (byPhase !== undefined) return place.phase === 'wait' && isHangUp(error) ? 'connection-closed' : byPhase;
  if (place.phase === 'dns') return dnsFailureCode(error);
  return place.phase === 'decode' ? 'body-decode-failed' : 'connection-failed';
}

function dnsFailureCode({ code }: SystemError): CallFailureCode {
  return notFoundCodes.has(code) ? 'dns-not-found' : 'dns-temporary';
}

const notFoundCodes: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA']);

/** The end of the connection inside a head is no fault of the head's grammar. */
function parserFailureCode({ code }: SystemError, { phase }: ErrorPlace): CallFailureCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'response-headers-too-large';
  if (code !== 'HPE_INVALID_EOF_STATE') return 'response-malformed';
  return phase === 'read' ? 'body-truncated' : 'connection-closed';
}

/** Node's `socket hang up`: the connection ended in an orderly way, but before an answer. */
function isHangUp({ code, syscall }: SystemError): boolean {
  return code === 'ECONNRESET' && syscall === null;
}

type CodesBySystemCode = Readonly<Record<string, CallFailureCode | undefined>>;

const connecting: CodesBySystemCode = {
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'host-unreachable',
  ENETUNREACH: 'host-unreachable',
  ENETDOWN: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  EADDRNOTAVAIL: 'host-unreachable',
  ...refusedHereCodes,
};

const handshaking: CodesBySystemCode = {
  ECONNRESET: 'tls-handshake-failed',
  EPIPE: 'tls-handshake-failed',
  ETIMEDOUT: 'timeout-connect',
};

const broken: CodesBySystemCode = {
  ECONNRESET: 'connection-reset',
  EPIPE: 'connection-reset',
  ECONNABORTED: 'connection-reset',
};

const codesByPhase: Readonly<Partial<Record<ErrorPlace['phase'], CodesBySystemCode>>> = {
  connect: connecting,
  tls: handshaking,
  send: broken,
  wait: { ...broken, ETIMEDOUT: 'timeout-response' },
  read: broken,
};

function placeholdersOf(error: SystemError, place: ErrorPlace): StatusPlaceholders {
  return {
    ...addressPlaceholders(place.url),
    ...certificatePlaceholders(place.certificate),
    system_code: error.code,
    detail: error.code,
    limit_ms: Math.round(place.elapsedMs),
    limit_bytes: place.headerLimitBytes,
  };
}
