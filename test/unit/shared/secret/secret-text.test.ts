// A secret must not show up because somebody prints or serialises the object that holds it.
import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SecretText } from '#shared/secret/secret-text.ts';

const secret = new SecretText('tok_live_4f9a');

describe('a secret text', () => {
  it('gives its value only when asked for it by name', () => {
    expect(secret.reveal()).toBe('tok_live_4f9a');
  });

  it.each([
    ['inspect', () => inspect(secret)],
    ['inspect with hidden members', () => inspect(secret, { showHidden: true, depth: 9 })],
    ['inspect inside of an object', () => inspect({ auth: { token: secret } }, { depth: 9 })],
    ['format %s', () => format('%s', secret)],
    ['format %o', () => format('%o', secret)],
    ['format %j', () => format('%j', { secret })],
    ['JSON', () => JSON.stringify({ token: secret })],
    ['string conversion', () => String(secret)],
    // eslint-disable-next-line @typescript-eslint/restrict-template-expressions
    ['a template literal', () => `Bearer ${secret}`],
    ['an error message', () => String(new Error(String(secret)))],
    ['a structured clone', () => JSON.stringify(structuredClone({ secret }))],
    ['its own keys', () => JSON.stringify(Object.entries(secret))],
  ])('does not print its value through %s', (_, print) => {
    expect(print()).not.toContain('tok_live');
  });

  it('shows the mask instead', () => {
    expect(JSON.stringify({ token: secret })).toBe('{"token":"••••••••"}');
    expect(inspect(secret)).toBe('SecretText(••••••••)');
  });
});
