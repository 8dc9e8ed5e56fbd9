// A call taken from its documents to what the executor would send, with the bytes that stands for.
import { openBody } from '#electron/executor/body-source.ts';
import { sentRequest } from '#electron/executor/sent-request.ts';
import { shownHeadBefore } from '#electron/runs/shown-head.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import type { MaskedRequest } from '#shared/request/masked-request.ts';
import { prepareRequest, type Preparation } from '#shared/request/prepare-request.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import { withCookies } from '#shared/request/with-cookies.ts';
import type { AnyCall } from './any-call.ts';
import { secretsOfEnvironment } from './secrets-of-environment.ts';

/** Prepares a call; `null` where it may not be made. */
export function preparedCall({ call, endpoint, secrets, signing }: AnyCall): Preparation | null {
  let drawn = 0;
  const prepared = prepareRequest({
    call,
    endpoint,
    scope: {
      variables: {},
      system: { now: '2025-03-04T10:20:30.000Z', uuid: () => 'uuid' },
    },
    boundary: () => `boundary${String((drawn += 1))}`,
    environmentSecrets: secretsOfEnvironment({ signing }),
    scrubber: createScrubber,
    secret: (slot) => {
      const value = secrets.get(slot);
      return value === undefined ? { state: 'missing' } : { state: 'set', value };
    },
  });
  return prepared.ok ? prepared.value : null;
}

/** What the preview says of a prepared call, and the bytes that it says will leave, one character per byte. */
export async function preflight(
  preparation: Preparation,
  resolveFile: (file: string) => string,
  cookies: readonly SentCookie[] = [],
): Promise<{ readonly shown: MaskedRequest; readonly bytes: string }> {
  const { masked, request } = preparation;
  const body = await openBody(request.body, resolveFile);
  if (!body.ok) throw new Error(body.failure.code);
  const { headers, method, url } = sentRequest(withCookies(request, cookies), body.value);
  const { pathname, search } = new URL(url);
  const pieces: Uint8Array[] = [];
  for await (const piece of body.value?.pieces() ?? []) pieces.push(piece);
  await body.value?.close();
  const head = headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
  const content = Buffer.concat(pieces).toString('latin1');
  const bytes = `${method} ${pathname}${search} HTTP/1.1\r\n${head}\r\n${content}`;
  return { shown: { ...masked, headers: shownHeadBefore(headers, preparation) }, bytes };
}
