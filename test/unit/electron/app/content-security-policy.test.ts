// The policy of the page is written as the browser reads it, so it is checked as a text.
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '#electron/app/content-security-policy.ts';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive): [string, readonly string[]] => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values];
  }),
);

describe('contentSecurityPolicy', () => {
  it('allows nothing that is not allowed by name', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
  });

  it('runs scripts from our own files only, and never makes one from text', () => {
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(contentSecurityPolicy).not.toContain('unsafe-eval');
  });

  it('names no other host, scheme or wildcard than data: for pictures', () => {
    const sources = [...directives].filter(([name]) => name.endsWith('-src')).flatMap(([, values]) => values);
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "'unsafe-inline'", 'data:']));
    expect([...directives].filter(([, values]) => values.includes('data:')).map(([name]) => name)).toEqual([
      'img-src',
    ]);
  });

  it.each(['object-src', 'base-uri', 'form-action', 'frame-ancestors'])('closes %s', (name) => {
    expect(directives.get(name)).toEqual(["'none'"]);
  });

  it('takes dialogs, pop-ups, downloads and pointer lock from the document', () => {
    expect(directives.get('sandbox')).toEqual(['allow-scripts', 'allow-same-origin', 'allow-forms']);
  });
});
