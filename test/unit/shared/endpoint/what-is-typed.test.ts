// What a form says of a text before it becomes part of an endpoint: codes, hosts and defaults.
import { describe, expect, test } from 'vitest';
import { allowedHostTrouble } from '#shared/endpoint/allowed-host-trouble.ts';
import { statusCodesOf, statusCodeTrouble } from '#shared/endpoint/status-code-trouble.ts';

describe('a status code', () => {
  test.each(['100', '404', '599'])('%s can join', (text) => {
    expect(statusCodeTrouble(text, [429])).toBeNull();
  });

  test.each(['4o4', '99', '600', '40', '4040', '4.4e2', '-404', ''])('%s is none', (text) => {
    expect(statusCodeTrouble(text, [])).toBe(`${text} is no status code: enter a number from 100 to 599.`);
  });

  test('that is there already is not added again, and the others keep their order', () => {
    expect(statusCodeTrouble('429', [429])).toBe('429 is in the list already.');
    expect(statusCodesOf(['408', '500', '429'])).toEqual([408, 429, 500]);
  });
});

describe('an allowed host', () => {
  test.each(['api.example.com', 'localhost:8080', 'https://api.example.com', '[::1]:3000', 'bücher.example'])(
    '%s can join',
    (text) => {
      expect(allowedHostTrouble(text, [])).toBeNull();
    },
  );

  test.each(['not a host', 'api.example.com/v1', 'ana@api.example.com', 'api.example.com:99999'])(
    '%s is none',
    (text) => {
      expect(allowedHostTrouble(text, [])).toContain('is no host');
    },
  );

  test('that is there already is not added again', () => {
    expect(allowedHostTrouble('api.example.com', ['api.example.com'])).toBe(
      'api.example.com is in the list already.',
    );
  });
});
