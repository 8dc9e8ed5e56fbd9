// The head is written by us and not by Node, so its order and its own headers are held here.
import { describe, expect, it } from 'vitest';
import { flatHeaders, requestHead } from '#electron/executor/request-head.ts';
import type { PreparedHeader, PreparedRequest } from '#shared/request/prepared-request.ts';

const header = (name: string, value: string): PreparedHeader => ({
  name,
  value,
  from: 'node',
  holdsSecret: false,
});

function head(changes: Partial<PreparedRequest>, bodySizeBytes: number | null = null): readonly string[] {
  const request: PreparedRequest = {
    method: 'GET',
    url: 'https://a.test/x',
    headers: [],
    body: { type: 'none' },
    ...changes,
  };
  return flatHeaders(requestHead(request, new URL(request.url).host, bodySizeBytes));
}

describe('The head of a request', () => {
  it('begins with the host and ends with the connection', () => {
    expect(head({ headers: [header('A', '1')] })).toEqual([
      'Host', 'a.test', 'A', '1', 'Connection', 'keep-alive',
    ]); // prettier-ignore
  });

  it.each([
    ['https://a.test/x', 'a.test'],
    ['https://a.test:443/x', 'a.test'],
    ['https://a.test:8443/x', 'a.test:8443'],
    ['http://a.test:443/x', 'a.test:443'],
    ['http://[::1]:8080/', '[::1]:8080'],
    ['http://münchen.test/', 'xn--mnchen-3ya.test'],
  ])('names the host of %s as %s', (url, host) => {
    expect(head({ url }).slice(0, 2)).toEqual(['Host', host]);
  });

  it('marks what it adds as generated and free of secrets', () => {
    const added = requestHead(
      { method: 'POST', url: 'http://a.test', headers: [], body: { type: 'none' } },
      'a.test',
      3,
    );
    expect(added.map(({ from, holdsSecret, name }) => [name, from, holdsSecret])).toEqual([
      ['Host', 'generated', false],
      ['Content-Length', 'generated', false],
      ['Connection', 'generated', false],
    ]);
  });

  it.each([
    ['GET', null, undefined],
    ['DELETE', null, undefined],
    ['POST', null, '0'],
    ['PUT', null, '0'],
    ['PATCH', null, '0'],
    ['GET', 0, '0'],
    ['DELETE', 12, '12'],
  ])('of %s with a body of %s bytes has the length %s', (method, size, length) => {
    const list = head({ method }, size);
    const at = list.indexOf('Content-Length');
    expect(at < 0 ? undefined : list[at + 1]).toBe(length);
  });

  it('leaves what is given under any spelling where it stands, and adds it no second time', () => {
    const headers = [header('HOST', 'b.test'), header('CONTENT-LENGTH', '1'), header('connection', 'close')];
    expect(head({ method: 'POST', headers }, 7)).toEqual([
      'HOST', 'b.test', 'CONTENT-LENGTH', '7', 'connection', 'close',
    ]); // prettier-ignore
  });
});
