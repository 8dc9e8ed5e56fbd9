// A sign-in waits no longer than a person may take, and asks nobody twice.
import { expect, it } from 'vitest';
import { askForConsent } from '#electron/oauth/ask-for-consent.ts';

it('is given up when the browser does not come back in time', async () => {
  const opened: string[] = [];
  const consent = await askForConsent(
    {
      token: {
        type: 'oauth2',
        grant: 'authorization-code',
        tokenUrl: 'https://auth.example/token',
        clientId: 'shop',
        clientSecret: '',
        scope: '',
        clientAuthentication: 'basic',
      },
      authorizeUrl: 'https://auth.example/authorize',
      request: { url: 'https://api.example/' },
      secrets: [],
    },
    {
      openBrowser: (url) => Promise.resolve(void opened.push(url)),
      patienceMs: 20,
      cancelled: new AbortController().signal,
    },
  );
  expect(consent).toEqual({
    ok: false,
    failure: {
      code: 'timed-out',
      message: 'The browser did not come back in time. Begin the sign-in again when you are ready.',
    },
  });
  expect(opened).toHaveLength(1);
  const redirectUri = new URL(opened[0] ?? '').searchParams.get('redirect_uri') ?? '';
  await expect(fetch(redirectUri)).rejects.toThrow();
});
