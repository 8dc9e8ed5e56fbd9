// Servers send secrets back in many encodings; each is made here by somebody else's encoder.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { searchableSecret } from '../../../support/any-secret.ts';
import { runs } from '../../../support/runs.ts';
import { encodings } from '../../../support/secret-encodings.ts';

const token = 'tok_9f3Bc "ä/+?&';

describe('scrubbing a text', () => {
  it.each(Object.entries(encodings))('finds a secret %s', (_, encode) => {
    const { scrub, ranges } = createScrubber([{ value: token }]);
    const text = `before ${encode(token)} after`;
    expect(ranges(text)).toEqual([{ start: 'before '.length, end: text.length - ' after'.length }]);
    expect(scrub(text)).toBe('before •••••••• after');
  });

  it('is held for every secret, in every encoding, wherever it stands', () => {
    const surrounding = fc.string({ unit: 'grapheme', maxLength: 20 });
    const encoding = fc.constantFrom(...Object.entries(encodings));
    fc.assert(
      fc.property(
        searchableSecret,
        encoding,
        surrounding,
        surrounding,
        (value, [, encode], before, behind) => {
          const encoded = encode(value);
          const scrubbed = createScrubber([{ value }], '*').scrub(before + encoded + behind);
          expect(scrubbed).toContain('*');
          // What stood around it may hold the same letters, so only the length tells that it is gone.
          expect(scrubbed.length).toBeLessThanOrEqual(before.length + behind.length + 1);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('finds a secret in base64 wherever it begins in the text that was encoded', () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    fc.assert(
      fc.property(searchableSecret, bytes, bytes, fc.boolean(), (value, before, behind, forUrls) => {
        const text = Buffer.concat([before, Buffer.from(value), behind]).toString(
          forUrls ? 'base64url' : 'base64',
        );
        const scrubbed = createScrubber([{ value }], '').scrub(text);
        // Whole bytes before and behind may stay; a letter that mixes them with the secret goes.
        const most = Math.floor((before.length * 8) / 6) + Math.floor((behind.length * 8) / 6) + 2;
        expect(scrubbed.replace(/=+$/, '').length).toBeLessThanOrEqual(most);
      }),
      { numRuns: runs(500) },
    );
  });

  it('leaves a text without the secret as it is', () => {
    const scrubber = createScrubber([{ value: 'zzzzzzzzzzzz', user: 'anna' }]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        fc.pre(!text.includes('zzz'));
        expect(scrubber.scrub(text)).toBe(text);
        expect(scrubber.ranges(text)).toEqual([]);
      }),
    );
  });

  it.each([
    ['line ends of mails', '\r\n'],
    ['indented lines', '\n  '],
    ['escaped line ends of mails', '\\r\\n'],
    ['percent-encoded line ends', '%0D%0A'],
    ['lines that go on in quoted-printable', '=\r\n'],
  ])('leaves no letter of base64 with %s, wherever the secret begins in it', (_, lineEnd) => {
    for (const shift of [0, 1, 2]) {
      const bytes = Buffer.concat([Buffer.alloc(shift, '~'), Buffer.from(token)]);
      const letters = bytes.toString('base64').replace(/=+$/, '');
      for (let length = 1; length < letters.length; length += 1) {
        const text = letters.replace(new RegExp(`.{${String(length)}}(?=.)`, 'g'), `$&${lineEnd}`);
        const left = createScrubber([{ value: token }], '')
          .scrub(text)
          .replaceAll(lineEnd, '');
        expect(left.length, text).toBeLessThanOrEqual(shift);
      }
    }
  });

  it('masks every secret, and those that overlap as one', () => {
    const { scrub } = createScrubber([{ value: 'abcdefgh' }, { value: 'efghijkl' }, { value: 'mnopqrst' }]);
    expect(scrub('1 abcdefghijkl 2 mnopqrst 3')).toBe('1 •••••••• 2 •••••••• 3');
  });

  it('masks a secret that repeats itself as often as it stands there', () => {
    const { scrub } = createScrubber([{ value: 'aaaaaaaa' }]);
    expect(scrub(`x${'a'.repeat(19)}y ${'a'.repeat(8)} ${'a'.repeat(7)}`)).toBe(
      'x••••••••y •••••••• aaaaaaa',
    );
  });

  it('says the same length whatever the length of the secret', () => {
    const long = 'k'.repeat(2000) + 'ey'.repeat(1000);
    expect(createScrubber([{ value: long }]).scrub(`<${long}>`)).toBe('<••••••••>');
  });

  it('finds mixtures of encodings, also nested ones', () => {
    const { scrub } = createScrubber([{ value: 'käse"und\\brot' }]);
    const nested = JSON.stringify(JSON.stringify(JSON.stringify({ v: 'käse"und\\brot' })));
    expect(scrub(nested)).not.toMatch(/k|und|brot/);
    expect(scrub(encodeURIComponent(encodeURIComponent('käse"und\\brot')))).toBe('••••••••');
    expect(scrub('k%C3%A4se\\"und%5cbrot')).toBe('••••••••');
  });

  it('finds what encodes the percent sign and the backslash themselves', () => {
    const { scrub } = createScrubber([{ value: '%41%zz\\\\u0041\\n' }]);
    expect(scrub(encodeURIComponent('%41%zz\\\\u0041\\n'))).toBe('••••••••');
    expect(scrub(encodeURIComponent(encodeURIComponent('%41%zz\\\\u0041\\n')))).toBe('••••••••');
    expect(scrub(JSON.stringify('%41%zz\\\\u0041\\n'))).toBe('"••••••••"');
    expect(scrub(JSON.stringify(JSON.stringify('%41%zz\\\\u0041\\n')))).toBe('"\\"••••••••\\""');
  });

  it('finds a header value that a server took for Latin-1 or sent as such', () => {
    const { scrub } = createScrubber([{ value: 'pässwörter' }]);
    expect(scrub(Buffer.from('pässwörter', 'utf8').toString('latin1'))).toBe('••••••••');
    expect(scrub(`Basic ${Buffer.from('anna:pässwörter', 'latin1').toString('base64')}`)).toMatch(
      /^Basic \w+•{8}=*$/,
    );
  });

  it('finds a lone surrogate also where UTF-8 has replaced it', () => {
    const { scrub } = createScrubber([{ value: 'abc\ud800defgh' }]);
    expect(scrub('abc\ud800defgh abc\ufffddefgh')).toBe('•••••••• ••••••••');
  });

  it('takes another mask where the text must stay Latin-1', () => {
    expect(createScrubber([{ value: 'abcdefgh' }], '********').scrub('<abcdefgh>')).toBe('<********>');
  });
});

describe('secrets that are not searched for', () => {
  it('are those under 8 characters', () => {
    const { scrub } = createScrubber([{ value: '1234567' }, { value: '🔑🔑🔑' }, { value: '' }]);
    const text = `1234567 🔑🔑🔑 ${Buffer.from('1234567').toString('base64')}`;
    expect(scrub(text)).toBe(text);
  });

  it('are found together with the user name, which makes them distinctive', () => {
    const { scrub } = createScrubber([{ value: 'geheim', user: 'anna' }]);
    expect(scrub('geheim')).toBe('geheim');
    expect(scrub(`Basic ${Buffer.from('anna:geheim').toString('base64')}`)).toBe('Basic ••••••••=');
    expect(scrub('https://anna:geheim@shop.example')).toBe('https://••••••••@shop.example');
  });

  it('are not found with a user name if even that is too short', () => {
    const { scrub } = createScrubber([{ value: 'ab', user: 'c' }]);
    expect(scrub(Buffer.from('c:ab').toString('base64'))).toBe(Buffer.from('c:ab').toString('base64'));
  });

  it('do not make a user name a secret', () => {
    const { scrub } = createScrubber([
      { value: '', user: 'annabella' },
      { value: 'correct horse', user: 'annabella' },
    ]);
    expect(scrub('annabella:')).toBe('annabella:');
    expect(scrub('annabella:correct horse')).toBe('annabella:••••••••');
  });
});

describe('the token of Basic authentication', () => {
  it('is masked as a whole', () => {
    const { scrub } = createScrubber([{ value: 'correct horse', user: 'anna' }]);
    const header = Buffer.from('anna:correct horse').toString('base64');
    expect(scrub(`Authorization: Basic ${header}`)).toBe('Authorization: Basic ••••••••');
    expect(scrub(`{"authorization":"Basic ${encodeURIComponent(header)}"}`)).toMatch(/"Basic •{8}(%3D)*"/);
  });
});
