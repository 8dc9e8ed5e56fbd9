// Events of a call are written down for people; addresses are masked here before anybody sees them.
import { describe, expect, test } from 'vitest';
import { callEventDraft, shownHeaders, type CallContext } from '#electron/runs/call-event-draft.ts';
import type { SentRequest } from '#electron/executor/exchange-record.ts';

const credential = {
  name: 'Authorization',
  value: 'Bearer c4n4ry',
  from: 'credential',
  holdsSecret: true,
} as const;
const accept = { name: 'Accept', value: '*/*', from: 'generated', holdsSecret: false } as const;
const host = { name: 'Host', value: 'a.example', from: 'generated', holdsSecret: false } as const;
const bearer = [
  { text: 'Bearer ', from: 'literal' as const },
  { text: '••••••••', from: 'secret' as const },
];
const any = [{ text: '*/*', from: 'literal' as const }];

const url = 'http://a.example/x?key=c4n4ry';
const maskedUrl = 'http://a.example/x?key=••••••••';
const context: CallContext = {
  preparation: {
    request: { method: 'GET', url, headers: [credential, accept], body: { type: 'none' } },
    masked: {
      method: 'GET',
      url: [],
      headers: [
        { name: 'Authorization', value: bearer, from: 'credential' },
        { name: 'Accept', value: any, from: 'generated' },
      ],
      body: { type: 'none' },
    },
    maskedUrl,
  },
  scrubAddress: (address) => address.replaceAll('c4n4ry', '•'),
};
const request = (to: string, headers: SentRequest['headers'] = []): SentRequest => ({
  method: 'GET',
  url: to,
  headers,
  bodySizeBytes: 0,
});
const place = { attempt: 1, exchange: 1 };

describe('callEventDraft', () => {
  test('shows the prepared address as it was masked', () => {
    const event = { type: 'exchange-started', request: request(url), ...place } as const;
    expect(callEventDraft(event, context)).toEqual({
      type: 'exchange-started',
      method: 'GET',
      url: maskedUrl,
      headers: [],
      bodySizeBytes: 0,
      ...place,
    });
  });

  test('shows every line of a head, its secrets as they were masked', () => {
    const sent = request(url, [host, credential, accept]);
    expect(callEventDraft({ type: 'exchange-started', request: sent, ...place }, context)).toMatchObject({
      headers: [
        { name: 'Host', value: [{ text: 'a.example', from: 'literal' }], from: 'generated' },
        { name: 'Authorization', value: bearer, from: 'credential' },
        { name: 'Accept', value: any, from: 'generated' },
      ],
    });
  });

  test('masks a line as a whole that holds a secret and was not prepared', () => {
    const sent = request(url, [{ ...credential, value: 'Digest c4n4ry' }]);
    expect(callEventDraft({ type: 'exchange-started', request: sent, ...place }, context)).toMatchObject({
      headers: [{ name: 'Authorization', value: [{ text: '••••••••', from: 'secret' }] }],
    });
  });

  test('searches other addresses for secrets', () => {
    const to = 'http://b.example/c4n4ry';
    const redirected = {
      type: 'exchange-redirected',
      statusCode: 302,
      to,
      dropped: ['x'],
      ...place,
    } as const;
    expect(callEventDraft(redirected, context)).toMatchObject({ to: 'http://b.example/•', dropped: ['x'] });
    const started = { type: 'exchange-started', request: request(to), ...place } as const;
    expect(callEventDraft(started, context)).toMatchObject({ url: 'http://b.example/•' });
  });

  test('gives the headers of a response as pairs, in order', () => {
    const head = {
      statusCode: 302,
      reason: 'Found',
      httpVersion: '1.1',
      rawHeaders: ['Set-Cookie', 'a', 'Location', '/c4n4ry', 'set-cookie', 'b'],
      receivedAtMs: 0,
    };
    const event = {
      type: 'response-head',
      head,
      remoteAddress: '127.0.0.1',
      reusedConnection: true,
      ...place,
    } as const;
    expect(callEventDraft(event, context)).toEqual({
      type: 'response-head',
      statusCode: 302,
      reason: 'Found',
      httpVersion: '1.1',
      remoteAddress: '127.0.0.1',
      reusedConnection: true,
      headers: [
        ['Set-Cookie', 'a'],
        ['Location', '/•'],
        ['set-cookie', 'b'],
      ],
      ...place,
    });
  });

  test('passes on what holds nothing of a request', () => {
    const event = { type: 'retry-waiting', attempt: 1, delayMs: 12, reason: 'backoff' } as const;
    expect(callEventDraft(event, context)).toEqual(event);
  });

  test('takes only headers that hold an address for addresses', () => {
    const shown = shownHeaders(['x-note', 'c4n4ry', 'Content-Location', 'c4n4ry'], context.scrubAddress);
    expect(shown).toEqual([
      ['x-note', 'c4n4ry'],
      ['Content-Location', '•'],
    ]);
  });
});
