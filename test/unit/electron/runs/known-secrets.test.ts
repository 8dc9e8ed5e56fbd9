// A secret that is used late in a run must be masked from then on, at little cost.
import { describe, expect, test } from 'vitest';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';

const known = (...values: string[]) => {
  const secrets = new KnownSecrets();
  secrets.add(values.map((value) => ({ value })));
  return secrets;
};

describe('KnownSecrets', () => {
  test('finds what was added, also later', () => {
    const secrets = known('first-secret');
    expect(secrets.scrubber.scrub('first-secret second-secret')).toBe('•••••••• second-secret');
    secrets.add([{ value: 'second-secret' }]);
    expect(secrets.scrubber.scrub('first-secret second-secret')).toBe('•••••••• ••••••••');
  });

  test('makes a new scrubber only for new secrets', () => {
    const secrets = known('first-secret');
    const { scrubber } = secrets;
    secrets.add([{ value: 'first-secret' }, { value: '' }]);
    expect(secrets.scrubber).toBe(scrubber);
  });

  test('finds what Basic makes of a short password, if it knows the user', () => {
    const secrets = new KnownSecrets();
    secrets.add([{ value: 'tea', user: 'ana.sousa' }]);
    const token = Buffer.from('ana.sousa:tea').toString('base64');
    expect(secrets.scrubber.ranges(`Basic ${token}`)).not.toEqual([]);
  });

  test('is empty before anything was used', () => {
    expect(new KnownSecrets().isEmpty).toBe(true);
    expect(known('').isEmpty).toBe(true);
    expect(known('x').isEmpty).toBe(false);
  });

  test('finds secrets in bytes and leaves the rest as it was', () => {
    const secrets = known('Vögel-secret');
    const bytes = Buffer.concat([Buffer.from([0, 255]), Buffer.from('Vögel-secret'), Buffer.from([128])]);
    expect([...secrets.scrubBytes(bytes)]).toEqual([0, 255, ...Buffer.from('********'), 128]);
    const other = Buffer.from([0, 1, 2]);
    expect(secrets.scrubBytes(other)).toBe(other);
  });
});

describe('cookies', () => {
  test('are found by their values, and short ones by the line that set them', () => {
    const secrets = new KnownSecrets();
    secrets.addCookies(['session-4711', 'q7', '']);
    secrets.addCookieLine('s=q7; Path=/', 's=••••••••; Path=/');
    const { scrub } = secrets.scrubber;
    expect(secrets.isEmpty).toBe(false);
    expect(scrub('it is session-4711')).toBe('it is ••••••••');
    expect(scrub('s=q7; Path=/')).toBe('s=••••••••; Path=/');
    expect(scrub('it is q7')).toBe('it is q7');
    expect(secrets.scrubAddress('http://a.example/q7?x=session-4711')).toBe(
      'http://a.example/••••••••?x=••••••••',
    );
    expect(Buffer.from(secrets.scrubBytes(Buffer.from('session-4711'))).toString()).toBe('********');
  });

  test('that servers change with every answer do not pile up, and what is in use is not among those that go', () => {
    const secrets = known('the-first-secret');
    const value = (number: number) => `cookie-${String(number).padStart(6, '0')}`;
    for (let number = 0; number <= 1000; number += 1) secrets.addCookies([value(number), 'in-every-request']);
    const { scrub } = secrets.scrubber;
    expect(scrub('the-first-secret in-every-request')).toBe('•••••••• ••••••••');
    expect(scrub(`${value(1000)} ${value(800)}`)).toBe('•••••••• ••••••••');
    expect(scrub(value(0))).toBe(value(0));
  });

  test('and secrets that overlap in a text are one stretch', () => {
    const secrets = known('first-half-of');
    secrets.addCookies(['half-of-second']);
    expect(secrets.scrubber.scrub('a first-half-of-second b')).toBe('a •••••••• b');
    expect(secrets.scrubber.scrubValue({ a: ['half-of-second'] })).toEqual({ a: ['••••••••'] });
  });

  test('that are sent again make no new scrubber', () => {
    const secrets = new KnownSecrets();
    secrets.addCookies(['session-4711']);
    const { scrubber } = secrets;
    secrets.addCookies(['session-4711']);
    expect(secrets.scrubber).toBe(scrubber);
  });
});

describe('an address that a server sends on to', () => {
  test.each([
    ['http://a.example/x?key=c4n4ry&b=1', 'http://a.example/x?key=••••••••&b=1'],
    ['http://a.example/c4n4ry/x#c4n4ry', 'http://a.example/••••••••/x#••••••••'],
    ['http://a.example/x?key=%63%34n4ry', 'http://a.example/x?key=••••••••'],
    ['http://a.example/c4n4rybird?q=ac4n4ry', 'http://a.example/c4n4rybird?q=ac4n4ry'],
    ['http://a.example/100%', 'http://a.example/100%'],
    ['/relative/c4n4ry', '/relative/••••••••'],
  ])('hides a short secret where it is a whole part: %s', (address, shown) => {
    expect(known('c4n4ry').scrubAddress(address)).toBe(shown);
  });

  test('hides a long secret wherever it is', () => {
    expect(known('long-secret').scrubAddress('http://a.example/xlong-secretx')).toBe(
      'http://a.example/x••••••••x',
    );
  });
});
