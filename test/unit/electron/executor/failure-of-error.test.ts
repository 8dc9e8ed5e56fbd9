// System errors become the closed list of failures; the table names every code that is looked for.
import { describe, expect, it } from 'vitest';
import { type ErrorPlace, failureOfError } from '#electron/executor/failure-of-error.ts';
import { systemErrorOf } from '#electron/executor/system-error.ts';
import { readCases } from '../../../support/read-cases.ts';

interface StatusTable {
  readonly statuses: readonly {
    readonly code: string;
    readonly status: string;
    readonly phases: readonly string[];
    readonly from?: readonly string[];
  }[];
}

const { statuses } = readCases('statuses') as StatusTable;

/** Node's own errors as they come, which may have members that say more than their message. */
const nodeError = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

function place(phase: string, changes: Partial<ErrorPlace> = {}): ErrorPlace {
  return {
    url: new URL('https://a.test:8443/path?token=hidden'),
    phase: phase as ErrorPlace['phase'],
    elapsedMs: 1234.5,
    headerLimitBytes: 65_536,
    certificate: null,
    ...changes,
  };
}

/** Every system code that the table names, with the phases in which it means that. */
const named = statuses
  .filter(({ code, status }) => status === 'failure' && !code.startsWith('proxy-'))
  .flatMap(({ code, from = [], phases }) =>
    from.flatMap((text) => {
      const systemCode = /^[A-Z][A-Z0-9_]+(?=$|,)/.exec(text)?.[0];
      return systemCode === undefined ? [] : [{ code, systemCode, phases }];
    }),
  );

describe('An error of a socket, of TLS or of the parser', () => {
  it('is looked for under every code that the table names', () => {
    expect(named.map(({ systemCode }) => systemCode)).toEqual(
      expect.arrayContaining([
        'ENOTFOUND',
        'EAI_AGAIN',
        'ECONNREFUSED',
        'EMFILE',
        'CERT_HAS_EXPIRED',
        'EPIPE',
      ]),
    );
    expect(named.length).toBeGreaterThan(35);
  });

  it.each(named)('$systemCode becomes $code', ({ code, phases, systemCode }) => {
    for (const phase of phases) {
      const failure = failureOfError(nodeError(systemCode, { syscall: 'read' }), place(phase));
      expect([failure.code, failure.phase]).toEqual([code, phase]);
    }
  });

  it.each([
    ['wait', 'connection-closed'],
    ['send', 'connection-reset'],
    ['tls', 'tls-handshake-failed'],
  ])('that is only the end of the connection means something else while it is in phase %s', (phase, code) => {
    const failure = failureOfError(nodeError('ECONNRESET', { message: 'socket hang up' }), place(phase));
    expect([failure.code, failure.phase]).toEqual([code, phase]);
  });

  it.each([
    ['connect', 'timeout-connect'],
    ['tls', 'timeout-connect'],
    ['wait', 'timeout-response'],
    ['read', 'connection-failed'],
  ])('ETIMEDOUT of the operating system in phase %s becomes %s', (phase, code) => {
    expect(failureOfError(nodeError('ETIMEDOUT', { syscall: 'read' }), place(phase)).code).toBe(code);
  });

  it.each([
    ['HPE_INVALID_CONSTANT', 'wait', 'response-malformed'],
    ['HPE_INVALID_CHUNK_SIZE', 'read', 'response-malformed'],
    ['HPE_INVALID_EOF_STATE', 'wait', 'connection-closed'],
    ['HPE_INVALID_EOF_STATE', 'read', 'body-truncated'],
  ])('%s of the parser in phase %s becomes %s', (systemCode, phase, code) => {
    const failure = failureOfError(nodeError(systemCode), place(phase));
    expect([failure.code, failure.phase]).toEqual([code, phase]);
  });

  it('about trailers that are too large counts as one of the head', () => {
    expect(failureOfError(nodeError('HPE_HEADER_OVERFLOW'), place('read'))).toMatchObject({
      code: 'response-headers-too-large',
      phase: 'wait',
    });
  });

  it.each([
    ['80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number', 'tls-not-spoken'],
    ['error:1408F10B:SSL routines:packet length too long', 'tls-not-spoken'],
    ['error:0A000412:SSL routines:sslv3 alert bad certificate', 'client-certificate-rejected'],
    ['error:0A000418:SSL routines:tlsv1 alert unknown ca', 'client-certificate-rejected'],
    ['error:0A00042E:SSL routines:tlsv1 alert protocol version', 'tls-version-unsupported'],
    ['error:0A000410:SSL routines:sslv3 alert handshake failure', 'tls-handshake-failed'],
  ])('EPROTO is told apart by its reason: %s', (message, code) => {
    expect(failureOfError(nodeError('EPROTO', { message }), place('tls')).code).toBe(code);
  });

  it.each([
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'client-certificate-required'],
    ['ERR_SSL_TLSV1_CERTIFICATE_REQUIRED', 'client-certificate-required'],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 'client-certificate-rejected'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'client-certificate-rejected'],
  ])('%s after the handshake keeps its meaning: %s', (systemCode, code) => {
    const failure = failureOfError(nodeError(systemCode), place('wait'));
    expect([failure.code, failure.phase]).toEqual([code, 'wait']);
  });

  it.each(
    ['send', 'wait', 'read'].flatMap((phase) =>
      ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'EPROTO'].map(
        (systemCode) => [phase, systemCode] as const,
      ),
    ),
  )('of TLS in phase %s is no failed handshake: %s', (phase, systemCode) => {
    const failure = failureOfError(nodeError(systemCode), place(phase));
    expect([failure.code, failure.phase]).toEqual(['connection-failed', phase]);
  });

  it('that nobody knows is a failed connection with its code', () => {
    expect(failureOfError(nodeError('ESOMETHING'), place('connect'))).toEqual({
      code: 'connection-failed',
      phase: 'connect',
      placeholders: expect.objectContaining({ host: 'a.test', port: '8443', system_code: 'ESOMETHING' }),
    });
  });

  it('brings no part of the address but its host into a sentence', () => {
    const failure = failureOfError(nodeError('ECONNREFUSED'), place('connect'));
    expect(JSON.stringify(failure)).not.toMatch(/path|token|hidden/);
  });

  it('brings the facts of a certificate into its sentence', () => {
    const certificate = {
      subject: 'a',
      issuer: 'Some authority',
      names: ['b.test', 'c.test'],
      validFrom: 'then',
      validTo: 'now',
      sha256: 'AA',
    };
    expect(
      failureOfError(nodeError('CERT_HAS_EXPIRED'), place('tls', { certificate })).placeholders,
    ).toMatchObject({
      issuer: 'Some authority',
      names: 'b.test, c.test',
      valid_from: 'then',
      valid_to: 'now',
    });
  });
});

describe('The errors of several addresses', () => {
  it('are told by a refusal where there is one', () => {
    const errors = [nodeError('ETIMEDOUT'), nodeError('ECONNREFUSED', { syscall: 'connect' })];
    expect(systemErrorOf(new AggregateError(errors))).toMatchObject({
      code: 'ECONNREFUSED',
      syscall: 'connect',
    });
  });

  it('are told by the first where there is none', () => {
    const errors = [nodeError('ENETUNREACH'), nodeError('EHOSTUNREACH')];
    expect(systemErrorOf(new AggregateError(errors)).code).toBe('ENETUNREACH');
  });

  it.each([[new AggregateError([])], [null], ['text'], [{ code: 5 }]])(
    'that say nothing (%s) are unknown and no exception',
    (error) => {
      expect(systemErrorOf(error).code).toBe('unknown');
    },
  );
});
