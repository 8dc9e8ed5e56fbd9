// Messages of the system may repeat what was typed; no secret may reach the log that way.
import { describe, expect, it } from 'vitest';
import { loggedSecrets } from '#electron/app/logged-secrets.ts';

describe('loggedSecrets', () => {
  it('takes every secret out that it has seen, also after others came', () => {
    const secrets = loggedSecrets();
    expect(secrets.scrub('token-of-ann')).toBe('token-of-ann');
    secrets.add('token-of-ann');
    secrets.add('token-of-bob');
    secrets.add('token-of-ann');
    const scrubbed = secrets.scrub('token-of-ann, token-of-bob');
    expect(scrubbed).not.toContain('token-of');
    expect(scrubbed).toContain(', ');
  });

  it('takes out the cookies that were seen last, beside the secrets', () => {
    const secrets = loggedSecrets();
    secrets.add('token-of-ann');
    secrets.addCookie('cookie-of-bob');
    secrets.addCookie('');
    expect(secrets.scrub('token-of-ann, cookie-of-bob')).toBe('••••••••, ••••••••');
  });
});
