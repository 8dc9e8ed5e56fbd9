import type { Endpoint } from '../endpoint/endpoint.ts';
import type { ApiCallConfig } from '../nodes/api-call-node.ts';
import { failed, type Outcome, succeeded } from '../outcome/outcome.ts';
import type { KnownSecret } from '../secret/scrub/secret-pattern.ts';
import { createScrubber, type Scrubber } from '../secret/scrubber.ts';
import { type CallException, callException, PreparationStop } from './call-exception.ts';
import { type EnvironmentSecrets, noEnvironmentSecrets } from './environment-secrets.ts';
import { isToken } from './header-checks.ts';
import { markSecrets } from './mark-secrets.ts';
import { maskRequest } from './mask-request.ts';
import type { MaskedRequest } from './masked-request.ts';
import { prepareBody } from './prepare-body.ts';
import type { PreparedContent } from './prepared-content.ts';
import { prepareCredential } from './prepare-credential.ts';
import type { PreparedCredential } from './prepared-credential.ts';
import { type PreparedHeaderLine, prepareHeaders } from './prepare-headers.ts';
import type { PreparedHeader, PreparedRequest } from './prepared-request.ts';
import { prepareProxy } from './prepare-proxy.ts';
import { maskTls, prepareTls } from './prepare-tls.ts';
import { prepareBase, prepareUrl } from './prepare-url.ts';
import { type FieldSources, type PreparationWarning, RequestFields } from './request-fields.ts';
import { holdsSecret, literalPiece, maskedText, textOf } from './text-piece.ts';
import { urlParts } from './url-parts.ts';

/** Everything that a request is made of. */
export interface PreparationInput extends Omit<FieldSources, 'environmentSecrets'> {
  /** `null` where the API Call names none, or one that is not there. */
  readonly endpoint: Endpoint | null;
  readonly call: ApiCallConfig;
  /** A new text of letters and digits at each call, for multipart bodies. */
  readonly boundary: () => string;
  /** The secrets of the environment; none where it is absent. */
  readonly environmentSecrets?: EnvironmentSecrets;
  /** Makes the scrubber of what is known to be secret, the secrets included that went into this request. */
  readonly scrubber?: (used: readonly KnownSecret[]) => Pick<Scrubber, 'ranges'>;
  /** Product and version, sent where no header row says otherwise. */
  readonly userAgent?: string;
}

/** A request that can be sent, and what may be said about it. */
export interface Preparation {
  /** Holds secrets: for the executor in the main process only. */
  readonly request: PreparedRequest;
  /** The request as it may be shown. */
  readonly masked: MaskedRequest;
  /** `request.url` as it may be shown. */
  readonly maskedUrl: string;
  /** In order of rendering. */
  readonly warnings: readonly PreparationWarning[];
}

/**
 * Renders an API Call into a request, once and before the first attempt (SEMANTICS, Templates and Secrets).
 *
 * Nothing is sent and nothing is read here: secrets come from `secret`, files stay names. The first thing that keeps the
 * call from being made is the failure; its sentence holds no secret.
 */
export function prepareRequest(input: PreparationInput): Outcome<Preparation, CallException> {
  const { call, endpoint } = input;
  if (endpoint === null)
    return failed(callException('endpoint-missing', { endpoint: call.endpoint ?? 'of this node' }));
  try {
    return succeeded(prepare(input, endpoint));
  } catch (stop) {
    if (stop instanceof PreparationStop) return failed(stop.exception);
    throw stop;
  }
}

function prepare(input: PreparationInput, endpoint: Endpoint): Preparation {
  const { boundary, call, scrubber = createScrubber, userAgent = 'Flowbench' } = input;
  const { environmentSecrets = noEnvironmentSecrets } = input;
  const fields = new RequestFields({ ...input, environmentSecrets });
  const method = checkedMethod(call.method);
  const base = prepareBase(fields, endpoint);
  const credential = prepareCredential(fields, endpoint, base.origin);
  const target = prepareUrl(fields, base, call, credential.row);
  const tls = prepareTls(fields, endpoint, { origin: base.origin, url: target.url });
  const proxy = prepareProxy(fields, endpoint);
  const rendered = prepareBody(fields, call.body, boundary);
  const lines = prepareHeaders(fields, {
    endpoint,
    origin: base.origin,
    credential: credential.header,
    rows: call.headers,
    contentType: rendered.contentType,
    userAgent,
  });
  const known = scrubber(fields.secrets);
  const url = markSecrets(target.pieces, known);
  const content = contentWithMarks(rendered, known);
  const headers = lines.map((line) => withBoundary(line, content)).map((line) => lineWithMarks(line, known));
  const sent = sentParts(credential, headers);
  const request = { method, url: target.url, ...sent, body: content.body, proxy, tls };
  const masked = maskRequest({ method, url, urlParts: urlParts(target.sources, url), headers, content });
  return {
    request: target.fragment === null ? request : { ...request, fragment: target.fragment },
    masked: { ...masked, ...maskTls(tls, target.url) },
    maskedUrl: maskedText(url),
    warnings: fields.warnings,
  };
}

/** What the executor gets of the head: a credential that is not known yet is the first line, and is not sent as it is. */
function sentParts(
  { authorization }: PreparedCredential,
  lines: readonly PreparedHeaderLine[],
): Pick<PreparedRequest, 'headers' | 'authorization'> {
  return authorization === undefined
    ? { headers: lines.map(preparedHeader) }
    : { headers: lines.slice(1).map(preparedHeader), authorization };
}

function lineWithMarks(line: PreparedHeaderLine, known: Pick<Scrubber, 'ranges'>): PreparedHeaderLine {
  const value = markSecrets(line.value, known);
  if (line.pair === undefined) return { ...line, value };
  // Each for itself: the scrubber also knows both together, and then the colon would be a part of a secret.
  const { password, scheme, user } = line.pair;
  return {
    ...line,
    value,
    pair: { scheme, user: markSecrets(user, known), password: markSecrets(password, known) },
  };
}

/** Only the text of a body can be searched; what the files hold that it sends is not known here. */
function contentWithMarks(content: PreparedContent, known: Pick<Scrubber, 'ranges'>): PreparedContent {
  const shown = markSecrets(content.shown, known);
  const { body } = content;
  if (body.type === 'none' || !holdsSecret(shown)) return content;
  const form = content.form?.map((part) => ({ ...part, value: markSecrets(part.value, known) }));
  return { ...content, body: { ...body, holdsSecret: true }, shown, ...(form === undefined ? {} : { form }) };
}

function checkedMethod(method: string): string {
  if (!isToken(method)) throw new PreparationStop('method-invalid', { method }, { field: 'the method' });
  return method.toUpperCase();
}

/** A type of one's own for a multipart body is of no use without the text that separates its parts. */
function withBoundary(line: PreparedHeaderLine, { body }: PreparedContent): PreparedHeaderLine {
  const lacksIt = body.type === 'multipart' && line.name.toLowerCase() === 'content-type';
  if (!lacksIt || !/^\s*multipart\/(?!.*;\s*boundary=)/i.test(textOf(line.value))) return line;
  return { ...line, value: [...line.value, literalPiece(`; boundary=${body.boundary}`)] };
}

function preparedHeader({ from, name, value }: PreparedHeaderLine): PreparedHeader {
  return { name, value: textOf(value), from, holdsSecret: holdsSecret(value) };
}
