import type { Authentication } from '../endpoint/endpoint.ts';
import type { CredentialSource } from './credential-source.ts';
import type { PreparedCredential } from './prepared-credential.ts';
import type { PreparedHeaderLine } from './prepare-headers.ts';
import { literalPiece, textOf } from './text-piece.ts';

/**
 * Renders user name and password for Digest authentication (RFC 7616). Which of them may be empty is as with Basic; what
 * is sent is worked out from the challenge of the server, so the header can only be hinted at before.
 */
export function prepareDigest(
  source: CredentialSource,
  auth: Extract<Authentication, { type: 'digest' }>,
): PreparedCredential {
  const user = source.takeOptional(auth.userName, 'user name');
  const password = source.takeOptional(auth.password, 'password');
  if (textOf(user) === '' && textOf(password) === '') throw source.empty('user name and password');
  source.keepPair(user, password);
  const header: PreparedHeaderLine = {
    name: 'Authorization',
    value: [literalPiece('Digest '), { text: 'response', from: 'secret' }],
    from: 'credential',
    pair: { scheme: 'digest', user, password },
    note: digestNote,
  };
  const authorization = { type: 'digest', userName: textOf(user), password: textOf(password) } as const;
  return { header, row: null, authorization };
}

const digestNote =
  'Worked out from the challenge of the server: the first request goes without it, and is sent again with it.';
