// Brings about every failure of a connection or an answer that a real system can produce, and holds its code.
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { callStatuses } from '#shared/response/call-statuses.ts';
import { ExecutorFixture, header, type PolicyChanges } from '../../support/executor-fixture.ts';
import { answer, HttpRecorder, type RecordedAnswer } from '../../support/servers/http-recorder.ts';
import { startTypescript } from '../../support/typescript-child.ts';

/** A name server that answers every name with an error of the system's resolver. */
const failingLookup =
  (code: string): LookupFunction =>
  (_host, _options, callback) => {
    callback(Object.assign(new Error(`getaddrinfo ${code}`), { code, syscall: 'getaddrinfo' }), []);
  };

async function callAnswered(given: RecordedAnswer, changes: PolicyChanges = {}) {
  await using server = await HttpRecorder.start(() => given);
  await using fixture = await ExecutorFixture.create();
  const target = `${server.origin}/orders/42?api_key=k3y-in-the-query`;
  return await fixture.execute({ url: target, headers: [header('Authorization', 'Bearer s3cret')] }, changes);
}

describe('A call that gets no connection', () => {
  it.each([
    ['ENOTFOUND', 'dns-not-found', 'The name shop.test is not known.'],
    [
      'EAI_AGAIN',
      'dns-temporary',
      'The name shop.test could not be looked up because the name server did not answer.',
    ],
    [
      'EAI_FAIL',
      'dns-temporary',
      'The name shop.test could not be looked up because the name server did not answer.',
    ],
  ])('because of %s says so as %s', async (system, code, error) => {
    await using fixture = await ExecutorFixture.create({ lookup: failingLookup(system) });
    const { variable } = await fixture.execute({ url: 'http://shop.test/' });
    expect(variable).toMatchObject({
      status: 'failure',
      error,
      error_detail: { code, phase: 'dns', attempts: 1 },
    });
  });

  it('because a name of the real resolver is reserved for being unknown says so', async () => {
    await using fixture = await ExecutorFixture.create();
    const { variable } = await fixture.execute({ url: 'http://nobody.invalid/' });
    expect(['dns-not-found', 'dns-temporary']).toContain(variable.error_detail?.code);
    expect(variable.error_detail?.phase).toBe('dns');
  });

  it('because the port is closed says so, with the port', async () => {
    await using fixture = await ExecutorFixture.create();
    const { variable, wayOn } = await fixture.execute({ url: 'http://127.0.0.1:1/' });
    expect(variable).toMatchObject({
      error: '127.0.0.1 refused the connection on port 1.',
      error_detail: { code: 'connection-refused', phase: 'connect', attempts: 1 },
    });
    expect(wayOn).toBe('Check that the server runs and that the port is right.');
  });

  it('because every address of a name is refused says so', async () => {
    const lookup: LookupFunction = (_host, _options, callback) => {
      callback(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ]);
    };
    await using fixture = await ExecutorFixture.create({ lookup });
    const { variable } = await fixture.execute({ url: 'http://shop.test:1/' });
    expect(variable.error_detail).toMatchObject({ code: 'connection-refused', phase: 'connect' });
  });

  it('because there is no way to the address says so', async () => {
    await using fixture = await ExecutorFixture.create();
    // A broadcast address is no place to connect to, which the kernel says without sending anything.
    const { variable } = await fixture.execute({ url: 'http://255.255.255.255/' });
    expect(['host-unreachable', 'connection-blocked']).toContain(variable.error_detail?.code);
    expect(variable.error_detail?.phase).toBe('connect');
  });
});

describe.skipIf(process.platform === 'win32')('A call of a process that may open no more sockets', () => {
  it('says so, and the next one is made again', async () => {
    await using server = await HttpRecorder.start(() => answer(200));
    const script = new URL('../../support/call-without-sockets.ts', import.meta.url);
    const child = startTypescript(script, [`${server.origin}/`], 'ulimit -n 128');
    expect(JSON.parse(await child.line())).toEqual([
      { status: 'success', code: null, error: null },
      { status: 'failure', code: 'out-of-sockets', error: 'This computer has no free connections left.' },
      { status: 'success', code: null, error: null },
    ]);
    expect(await child.ended).toBe(0);
  });
});

describe('A call that gets no complete answer', () => {
  const cases: readonly (readonly [
    what: string,
    given: RecordedAnswer,
    code: string,
    phase: string,
    error: string,
  ])[] = [
    ['a reset', { then: 'reset' }, 'connection-reset', 'wait', '127.0.0.1 broke the connection.'],
    [
      'no answer',
      { then: 'close' },
      'connection-closed',
      'wait',
      '127.0.0.1 closed the connection without an answer.',
    ],
    [
      'another protocol',
      '220 mail.test ESMTP\r\n',
      'response-malformed',
      'wait',
      '127.0.0.1 gave an answer that is not valid HTTP (HPE_INVALID_CONSTANT).',
    ],
    [
      'an upgrade',
      'HTTP/1.1 101 X\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
      'response-malformed',
      'wait',
      '127.0.0.1 gave an answer that is not valid HTTP (unexpected 101).',
    ],
    [
      'a head without an end',
      `HTTP/1.1 200 X\r\nX: ${'y'.repeat(70_000)}\r\n\r\n`,
      'response-headers-too-large',
      'wait',
      'The headers of the answer from 127.0.0.1 are larger than 65536 bytes.',
    ],
    [
      'a part of a body of known length',
      { bytes: 'HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\nabc', then: 'close' },
      'body-truncated',
      'read',
      '127.0.0.1 ended the connection before the answer was complete (3 of 10 bytes).',
    ],
    [
      'a part of a body of unknown length',
      { bytes: 'HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc', then: 'close' },
      'body-truncated',
      'read',
      '127.0.0.1 ended the connection before the answer was complete.',
    ],
    [
      'a body that is not what it is packed as',
      answer(200, { 'Content-Encoding': 'gzip' }, 'no gzip'),
      'body-decode-failed',
      'decode',
      'The answer of 127.0.0.1 is packed as gzip and could not be unpacked.',
    ],
    [
      'a redirect to itself for ever',
      answer(302, { Location: '/again' }),
      'redirects-too-many',
      'redirect',
      '127.0.0.1 sent the call on more than 10 times.',
    ],
  ];

  it.each(cases)('but %s is a failure with its own code', async (_what, given, code, phase, error) => {
    const { body, head, variable } = await callAnswered(given);
    expect(variable).toMatchObject({
      status: 'failure',
      status_code: null,
      body: null,
      headers: {},
      error,
      error_detail: { code, phase, attempts: 1 },
    });
    expect([head, body.kind]).toEqual([null, 'none']);
  });

  it('but one that is too large is a failure with the limit', async () => {
    const { variable } = await callAnswered(answer(200, {}, 'x'.repeat(11)), { limits: { bodyBytes: 10 } });
    expect(variable).toMatchObject({
      error: 'The answer of 127.0.0.1 is larger than 10 bytes.',
      error_detail: { code: 'response-too-large', phase: 'read' },
    });
  });
});

describe('A complete answer that is no success', () => {
  it('says its code and reason, and what can be done', async () => {
    const { variable, wayOn } = await callAnswered(answer(404, {}, 'gone'));
    expect(variable).toMatchObject({
      status: 'error',
      status_code: 404,
      body: 'gone',
      error: '127.0.0.1 answered 404 X.',
      error_detail: { code: 'http-status', phase: 'response', attempts: 1 },
    });
    expect(wayOn).toBe('Look at the response body, or list 404 as success if it is what you expect.');
  });

  it.each([
    [{ Location: '/next?token=t0ken' }, { policy: 'never' }, 'redirect-not-followed'],
    [{ Location: 'http://127.0.0.2/next?token=t0ken' }, { policy: 'same-origin' }, 'redirect-other-origin'],
    [{}, {}, 'redirect-location-missing'],
    [{ Location: 'http://[nonsense' }, {}, 'redirect-location-invalid'],
    [{ Location: 'ftp://127.0.0.1/x' }, {}, 'redirect-scheme-unsupported'],
    [{ Location: 'http://user:pass@127.0.0.1/' }, {}, 'redirect-userinfo'],
  ] as const)('because the redirect %j is not followed says why', async (headers, redirects, code) => {
    const { variable } = await callAnswered(answer(302, headers), { redirects });
    expect(variable).toMatchObject({
      status: 'error',
      status_code: 302,
      error_detail: { code, phase: 'redirect' },
    });
    expect(variable.error).not.toMatch(/token|pass@|unknown/);
  });
});

describe('Whatever a call says in words', () => {
  it('comes from the closed list and holds no part of the address but its host', async () => {
    const results = await Promise.all([
      callAnswered({ then: 'reset' }),
      callAnswered(answer(500)),
      callAnswered(answer(302, { Location: '/again' })),
      callAnswered('nonsense\r\n\r\n'),
    ]);
    for (const { variable, wayOn } of results) {
      expect(Object.keys(callStatuses)).toContain(variable.error_detail!.code);
      expect(callStatuses[variable.error_detail!.code].status).toBe(variable.status);
      expect(`${variable.error} ${wayOn}`).not.toMatch(/k3y|s3cret|orders|\{|undefined/);
    }
  });
});
