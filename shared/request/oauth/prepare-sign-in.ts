import type { Endpoint } from '../../endpoint/endpoint.ts';
import { failed, succeeded, type Outcome } from '../../outcome/outcome.ts';
import type { KnownSecret } from '../../secret/scrub/secret-pattern.ts';
import type { TemplateScope } from '../../template/template-scope.ts';
import { type CallException, PreparationStop } from '../call-exception.ts';
import { prepareProxy } from '../prepare-proxy.ts';
import { prepareTls } from '../prepare-tls.ts';
import { prepareToken } from '../prepare-token.ts';
import { prepareAddress, prepareBase } from '../prepare-url.ts';
import type { PreparedToken } from '../prepared-authorization.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { type FieldSources, RequestFields } from '../request-fields.ts';

/** What a sign-in is made of. It holds secrets. */
export interface PreparedSignIn {
  readonly token: PreparedToken;
  /** Where a person is asked, without anything of this sign-in. */
  readonly authorizeUrl: string;
  /** The API's address, whose origin gets the token, and the way there. */
  readonly request: Pick<PreparedRequest, 'url' | 'proxy' | 'tls'>;
  readonly secrets: readonly KnownSecret[];
}

/** What a sign-in is prepared from. */
export interface SignInSources extends Pick<FieldSources, 'secret' | 'environmentSecrets'> {
  readonly endpoint: Endpoint;
  readonly scope: TemplateScope;
}

/** Renders what a person signs in with; a failure says which field of the endpoint is in the way. */
export function prepareSignIn(sources: SignInSources): Outcome<PreparedSignIn, CallException> {
  const { endpoint } = sources;
  const { auth } = endpoint;
  if (auth.type !== 'oauth2-authorization-code') throw new Error('Nobody signs in to this endpoint.');
  const fields = new RequestFields(sources);
  try {
    const { origin } = prepareBase(fields, endpoint);
    const { url: authorizeUrl } = prepareAddress(
      fields.withoutSecrets(),
      endpoint,
      'sign-in URL',
      auth.authorizeUrl,
    );
    const token = prepareToken(fields, endpoint, auth);
    const proxy = prepareProxy(fields, endpoint);
    const tls = prepareTls(fields, endpoint, { origin, url: `${origin}/` });
    const request = { url: `${origin}/`, proxy, tls };
    return succeeded({ token, authorizeUrl, request, secrets: fields.secrets });
  } catch (stop) {
    if (stop instanceof PreparationStop) return failed(stop.exception);
    throw stop;
  }
}
