// Certificates that must be refused are made for real, since TLS libraries word their refusals as they like.
import { beforeAll, describe, expect, it } from 'vitest';
import net from 'node:net';
import type { TlsOptions } from 'node:tls';
import { bytesBody, ExecutorFixture, loopbackLookup } from '../../support/executor-fixture.ts';
import { type Certificates, makeCertificates } from '../../support/servers/certificates.ts';
import { answer, HttpRecorder } from '../../support/servers/http-recorder.ts';
import { type RawConnection, RawServer } from '../../support/servers/raw-server.ts';

let certificates: Certificates;

beforeAll(() => {
  certificates = makeCertificates();
});

/** What becomes of a call to a server with these TLS options by a client that trusts the test authority. */
async function callTo(options: TlsOptions, host = 'a.test') {
  await using server = await HttpRecorder.start(() => answer(200, {}, 'ok'), options);
  await using fixture = await trusting();
  const result = await fixture.execute({ url: `https://${host}:${server.port}/` }, { retry: { retries: 2 } });
  return { ...result, requests: server.requests.length, connections: server.server.connections.length };
}

function trusting(): Promise<ExecutorFixture> {
  return ExecutorFixture.create({
    lookup: loopbackLookup,
    certificateAuthorities: [certificates.authority.cert],
  });
}

describe('A call over TLS', () => {
  it('succeeds with a certificate of a trusted authority, and keeps its facts', async () => {
    const { attempts, variable } = await callTo(certificates.server);
    expect(variable).toMatchObject({ status: 'success', body: 'ok' });
    const [exchange] = attempts[0]!.exchanges;
    expect(exchange?.connection).toMatchObject({
      reused: false,
      remoteAddress: '127.0.0.1',
      tlsVersion: 'TLSv1.3',
      certificate: { subject: 'Test server', issuer: 'Test authority', validTo: 'Jan  1 00:00:00 2099 GMT' },
    });
    expect(exchange?.connection?.certificate?.names).toContain('a.test');
    expect(exchange?.timings.map(({ phase }) => phase)).toEqual([
      'dns',
      'connect',
      'tls',
      'send',
      'wait',
      'download',
    ]);
  });

  it('succeeds with an address in place of a name', async () => {
    expect((await callTo(certificates.server, '127.0.0.1')).variable.status).toBe('success');
  });

  it('succeeds over TLS 1.2', async () => {
    const { attempts } = await callTo({ ...certificates.server, maxVersion: 'TLSv1.2' });
    expect(attempts[0]?.exchanges[0]?.connection?.tlsVersion).toBe('TLSv1.2');
  });
});

describe('A certificate that is refused', () => {
  const refusals: readonly (readonly [
    kind: string,
    options: () => TlsOptions,
    code: string,
    sentence: string,
  ])[] = [
    [
      'because it has expired',
      () => certificates.expired,
      'certificate-expired',
      'The certificate of a.test expired on Feb  3 04:05:06 2001 GMT.',
    ],
    [
      'because its time has not come',
      () => certificates.notYetValid,
      'certificate-not-yet-valid',
      'The certificate of a.test is valid only from Jan  1 00:00:00 2098 GMT.',
    ],
    [
      'because it signed itself',
      () => certificates.selfSigned,
      'certificate-self-signed',
      'a.test shows a certificate that it signed itself.',
    ],
    [
      'because nobody knows its issuer',
      () => certificates.notTrusted,
      'certificate-not-trusted',
      'The certificate of a.test was issued by Strange authority, which is not trusted here.',
    ],
    [
      'because it is made out to another name',
      () => certificates.otherHost,
      'certificate-host-mismatch',
      'The certificate of a.test is made out to elsewhere.test.',
    ],
    [
      'because it is for another purpose',
      () => certificates.wrongPurpose,
      'certificate-invalid',
      'The certificate of a.test was refused (INVALID_PURPOSE).',
    ],
  ];

  it.each(refusals)(
    '%s ends the call without a request and without a repeat',
    async (_kind, options, code, sentence) => {
      const { attempts, requests, variable } = await callTo(options());
      expect(variable).toMatchObject({
        status: 'failure',
        error: sentence,
        error_detail: { code, phase: 'tls', attempts: 1 },
      });
      expect(attempts[0]?.decision).toEqual({ retry: false, reason: 'never-retried' });
      expect(attempts[0]?.exchanges[0]?.bytesSent).toBe(0);
      expect(requests).toBe(0);
    },
  );
});

describe('A TLS connection that breaks after the request was read', () => {
  it('is no failed handshake, so a POST is not repeated', async () => {
    const lines: RawConnection[] = [];
    await using server = await HttpRecorder.start(() => {
      lines.at(-1)?.socket.write('HTTP/1.1 400 This is no TLS\r\n\r\n');
      return { then: 'silence' };
    }, certificates.server);
    await using wire = await RawServer.start((connection) => {
      lines.push(connection);
      const { socket } = connection;
      socket.pipe(net.connect(server.port, '127.0.0.1').on('error', () => socket.destroy())).pipe(socket);
    });
    await using fixture = await trusting();
    const { attempts, variable } = await fixture.execute(
      { method: 'POST', url: `https://a.test:${wire.port}/`, body: bytesBody('once') },
      { retry: { retries: 2, firstDelayMs: 0 } },
    );
    expect(server.requests.map(({ body }) => body)).toEqual(['once']);
    expect(variable.error_detail).toEqual({ code: 'connection-failed', phase: 'wait', attempts: 1 });
    expect(attempts[0]?.decision).toEqual({ retry: false, reason: 'method-not-repeated' });
  });
});

describe('A TLS handshake that fails', () => {
  it('says that a server speaks no TLS', async () => {
    await using server = await RawServer.start(({ socket }) => {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });
    await using fixture = await trusting();
    const { variable } = await fixture.execute({ url: `https://a.test:${server.port}/` });
    expect(variable).toMatchObject({
      error: `a.test:${server.port} does not speak TLS.`,
      error_detail: { code: 'tls-not-spoken', phase: 'tls' },
    });
  });

  it('says that there is no version in common', async () => {
    const { variable } = await callTo({
      ...certificates.server,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'ALL:@SECLEVEL=0',
    });
    expect(variable.error_detail).toMatchObject({ code: 'tls-version-unsupported', phase: 'tls' });
  });

  it('says that it broke where the server ends it, and repeats it even for POST', async () => {
    await using server = await RawServer.start(({ socket }) => {
      socket.once('data', () => socket.end());
    });
    await using fixture = await trusting();
    const { attempts, variable } = await fixture.execute(
      { method: 'POST', url: `https://a.test:${server.port}/` },
      { retry: { retries: 1, firstDelayMs: 0 } },
    );
    expect(variable.error_detail).toEqual({ code: 'tls-handshake-failed', phase: 'tls', attempts: 2 });
    expect(attempts).toHaveLength(2);
    expect(server.connections).toHaveLength(2);
  });

  it('says that it broke where the server resets it', async () => {
    await using server = await RawServer.start(({ socket }) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    await using fixture = await trusting();
    const { variable } = await fixture.execute({ url: `https://a.test:${server.port}/` });
    expect(variable.error_detail).toMatchObject({ code: 'tls-handshake-failed', phase: 'tls' });
  });

  const asksForCertificate = (version: 'TLSv1.2' | 'TLSv1.3'): TlsOptions => ({
    ...certificates.server,
    ca: certificates.authority.cert,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: version,
    maxVersion: version,
  });

  it('says that a client certificate is asked for', async () => {
    const { variable } = await callTo(asksForCertificate('TLSv1.3'));
    expect(variable.error_detail).toMatchObject({ code: 'client-certificate-required' });
  });

  it('cannot say so over TLS 1.2, whose alert gives no reason', async () => {
    const { variable } = await callTo(asksForCertificate('TLSv1.2'));
    expect(variable.error_detail).toMatchObject({ code: 'tls-handshake-failed', phase: 'tls' });
  });
});
