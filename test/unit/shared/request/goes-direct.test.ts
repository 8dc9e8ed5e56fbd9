// Which addresses go past a proxy, in every spelling of this machine and of the list.
import { describe, expect, it } from 'vitest';
import { goesDirect, noProxyTrouble } from '#shared/request/goes-direct.ts';

const direct = (address: string, ...entries: string[]) => goesDirect(new URL(address), entries);

describe('This machine goes direct', () => {
  it.each([
    'http://localhost/',
    'http://LOCALHOST:8080/',
    'http://localhost./',
    'http://api.localhost/',
    'http://127.0.0.1/',
    'http://127.8.9.10/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
  ])('%s', (address) => {
    expect(direct(address)).toBe(true);
    expect(direct(address, '<-loopback>')).toBe(false);
    expect(direct(address, '*', '<-loopback>')).toBe(true);
  });

  it.each([
    'http://localhost.example/',
    'http://notlocalhost/',
    'http://128.0.0.1/',
    'http://[::2]/',
    'http://[1::]/',
    'http://[::ffff:10.0.0.1]/',
  ])('but %s does not', (address) => {
    expect(direct(address)).toBe(false);
  });
});

describe('The list', () => {
  it.each([
    ['https://api.example.com/', 'api.example.com', true],
    ['https://api.example.com/', 'API.Example.com', true],
    ['https://api.example.com/', 'example.com', false],
    ['https://api.example.com/', '.example.com', true],
    ['https://a.api.example.com/', '*.example.com', true],
    ['https://example.com/', '.example.com', false],
    ['https://badexample.com/', '.example.com', false],
    ['https://api.example.com/', 'api.example.com:443', true],
    ['http://api.example.com/', 'api.example.com:443', false],
    ['http://api.example.com:8080/', '.example.com:8080', true],
    ['https://münchen.example/', 'münchen.example', true],
    ['https://example.com/', '*', true],
    ['http://intranet/', '<local>', true],
    ['http://intranet.example/', '<local>', false],
    ['http://10.1.2.3/', '10.0.0.0/8', true],
    ['http://11.1.2.3/', '10.0.0.0/8', false],
    ['http://192.168.5.130/', '192.168.5.128/25', true],
    ['http://192.168.5.127/', '192.168.5.128/25', false],
    ['http://10.1.2.3/', '10.1.2.3', true],
    ['http://[fd00::7]/', 'fd00::/8', true],
    ['http://[fe80::7]/', 'fd00::/8', false],
    ['http://[fd00::7]/', '[fd00::7]', true],
    ['http://[fd00::7]/', 'fd00:0::7', true],
    ['http://[fd00::7]:81/', '[fd00::7]:81', true],
    ['http://[::ffff:10.1.2.3]/', '10.0.0.0/8', true],
    ['http://example.com/', '', false],
  ])('%s with %s: %s', (address, entry, expected) => {
    expect(direct(address, entry)).toBe(expected);
  });

  it.each([
    'api.example.com',
    '.example.com',
    '*.example.com',
    'localhost:8080',
    '10.0.0.0/8',
    'fd00::/8',
    '*',
    '<local>',
  ])('takes %s', (entry) => {
    expect(noProxyTrouble(entry, [])).toBeNull();
  });

  it.each(['https://api.example.com', 'two words', '10.0.0.0/33', 'a/b', 'a?b', '<other>', ''])(
    'does not take %j',
    (entry) => {
      expect(noProxyTrouble(entry, [])).toMatch(/ is no host: enter one such as /);
    },
  );

  it('takes nothing twice', () => {
    expect(noProxyTrouble('a.test', ['a.test'])).toBe('a.test is in the list already.');
  });
});
