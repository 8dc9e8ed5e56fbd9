import type { Endpoint, OauthAuthentication } from '../endpoint/endpoint.ts';
import { isSecretReference } from '../secret/credential.ts';
import { CredentialSource } from './credential-source.ts';
import { encodeFormText } from './encode-form-text.ts';
import { prepareAddress } from './prepare-url.ts';
import type { PreparedToken } from './prepared-authorization.ts';
import type { PreparedCredential } from './prepared-credential.ts';
import type { RequestFields } from './request-fields.ts';
import { holdsSecret, literalPiece, textOf } from './text-piece.ts';

/** The credential of a call whose access token is fetched once it is made. */
export function prepareTokenCredential(
  fields: RequestFields,
  endpoint: Endpoint,
  auth: OauthAuthentication,
): PreparedCredential {
  const authorization = prepareToken(fields, endpoint, auth);
  return {
    header: {
      name: 'Authorization',
      value: [literalPiece('Bearer '), { text: 'token', from: 'secret', variable: 'ACCESS_TOKEN' }],
      from: 'credential',
      note: `The access token comes from ${new URL(authorization.tokenUrl).host}.`,
    },
    row: null,
    authorization,
  };
}

/**
 * Renders what an access token is asked for with. The secret of the client is for the origin of the token URL alone, and
 * the token for that of the API.
 */
export function prepareToken(
  all: RequestFields,
  endpoint: Endpoint,
  auth: OauthAuthentication,
): PreparedToken {
  const fields = all.for('token');
  // Who signs in takes these along in the browser's address.
  const shown = auth.type === 'oauth2-authorization-code' ? fields.withoutSecrets() : fields;
  const { origin, url } = prepareAddress(fields, endpoint, 'token URL', auth.tokenUrl);
  const source = new CredentialSource(fields, endpoint.name, origin, 'token');
  const shownSource = new CredentialSource(shown, endpoint.name, origin, 'token');
  const clientId = textOf(shownSource.take(auth.clientId, 'client id', 'text', 'Authorization'));
  const isPublic =
    auth.type === 'oauth2-authorization-code' &&
    !isSecretReference(auth.clientSecret) &&
    auth.clientSecret.template === '';
  const secret = isPublic ? [] : source.take(auth.clientSecret, 'client secret', 'text', 'Authorization');
  const clientSecret = textOf(secret);
  if (holdsSecret(secret))
    // Basic is made of both as a form would write them (RFC 6749 §2.3.1).
    fields.secrets.push({ value: encodeFormText(clientSecret), user: encodeFormText(clientId) });
  return {
    type: 'oauth2',
    grant: auth.type === 'oauth2-client-credentials' ? 'client-credentials' : 'authorization-code',
    tokenUrl: url,
    clientId,
    clientSecret,
    scope: textOf(shown.render(auth.scope, 'text', `the scope of ${endpoint.name}`)).trim(),
    clientAuthentication: auth.clientAuthentication,
  };
}
