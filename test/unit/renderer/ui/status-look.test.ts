// A status is told by icon and words as well as by colour, for those who do not see the colour.
import fc from 'fast-check';
import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from 'vitest';
import { reasonPhrase } from '../../../../renderer/ui/status/reason-phrase.ts';
import { statusLook } from '../../../../renderer/ui/status/status-look.ts';

describe('how the result of a call looks', () => {
  it.each([
    ['success', 200, 's2xx', '200 OK'],
    ['success', 204, 's2xx', '204 No Content'],
    ['error', 304, 's3xx', '304 Not Modified'],
    ['error', 404, 's4xx', '404 Not Found'],
    ['error', 503, 's5xx', '503 Service Unavailable'],
    // A code that the node lists as success keeps the colour of its class: the chip shows what came, the ring how it went.
    ['success', 404, 's4xx', '404 Not Found'],
    ['error', 599, 's5xx', '599'],
    ['error', 999, 'neutral', '999'],
    ['failure', null, 'failure', 'failure'],
    ['exception', null, 'exception', 'exception'],
  ] as const)('%s with %s is %s and says "%s"', (status, code, tone, words) => {
    expect(statusLook(status, code)).toMatchObject({ tone, words });
  });

  it('is told by the icon as well as by the colour', () => {
    const looks = [
      statusLook('success', 200),
      statusLook('error', 302),
      statusLook('error', 400),
      statusLook('error', 500),
      statusLook('failure', null),
      statusLook('exception', null),
    ];
    expect(new Set(looks.map((look) => look.tone)).size).toBe(6);
    expect(new Set(looks.map((look) => look.icon)).size).toBe(6);
  });

  it('begins with the code whatever the code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), (code) => {
        const look = statusLook('error', code);
        expect(look.brief).toBe(String(code));
        expect(look.words.startsWith(String(code))).toBe(true);
      }),
    );
  });
});

describe('reason phrases', () => {
  // Renamed since: 413, 414 and 422 in RFC 9110 §15.5; 418 and 509, 510 are not registered as in use; 408 keeps its name.
  const renamed = new Set([413, 414, 416, 422, 418, 421, 509, 510, 431, 511, 203, 302, 408]);

  it("agree with Node's list where that is up to date", () => {
    const wrong = Object.entries(STATUS_CODES)
      .map(([code, phrase]) => ({ code: Number(code), phrase }))
      .filter(({ code, phrase }) => !renamed.has(code) && reasonPhrase(code) !== phrase);
    expect(wrong).toEqual([]);
  });

  it('are the ones of RFC 9110 where that renamed them', () => {
    expect([413, 414, 422].map(reasonPhrase)).toEqual([
      'Content Too Large',
      'URI Too Long',
      'Unprocessable Content',
    ]);
  });

  it('are empty for a code that nobody registered', () => {
    expect(reasonPhrase(299)).toBe('');
  });
});
