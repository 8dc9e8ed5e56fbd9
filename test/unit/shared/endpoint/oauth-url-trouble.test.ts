// What is wrong with an address of an authorization server is said in words that fit it.
import { describe, expect, it } from 'vitest';
import { needsAllowedHosts, oauthUrlTrouble } from '#shared/endpoint/oauth-url-trouble.ts';

describe('the address of an authorization server', () => {
  it.each([
    ['', 'Enter where access tokens come from'],
    ['auth.example/token', 'Begin with https:// or http://'],
    ['ftp://auth.example', 'Only http:// and https:// addresses can be called.'],
    ['https://a:b@auth.example/token', 'client id and secret have fields of their own'],
    ['https://{{host}}/token', 'The host comes from an expression'],
  ])('%j says what to do', (url, words) => {
    expect(oauthUrlTrouble('token', url, [])).toContain(words);
  });

  it('is right where it is', () => {
    expect(oauthUrlTrouble('sign-in', 'https://auth.example/{{realm}}/authorize', [])).toBe(null);
    expect(oauthUrlTrouble('sign-in', 'https://{{host}}/authorize', ['auth.example'])).toBe(null);
  });

  it('needs a list of hosts where an expression gives any of them', () => {
    const auth = {
      type: 'oauth2-authorization-code',
      authorizeUrl: 'https://auth.example/authorize',
      tokenUrl: 'https://auth.example/token',
      clientId: { template: 'shop' },
      clientSecret: { template: '' },
      scope: '',
      clientAuthentication: 'basic',
      pkce: true,
    } as const;
    const baseUrl = 'https://api.example';
    expect(needsAllowedHosts({ baseUrl, auth })).toBe(false);
    expect(needsAllowedHosts({ baseUrl, auth: { ...auth, authorizeUrl: 'https://{{host}}' } })).toBe(true);
    expect(needsAllowedHosts({ baseUrl, auth: { ...auth, tokenUrl: 'https://{{host}}' } })).toBe(true);
    expect(needsAllowedHosts({ baseUrl: 'https://{{host}}', auth: { type: 'none' } })).toBe(true);
  });
});
