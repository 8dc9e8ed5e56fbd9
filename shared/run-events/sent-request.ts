import { type MaskedRequest, type MaskedSegment, maskText } from '../request/masked-request.ts';
import type { AttemptView, CallView, ExchangeView } from './run-view.ts';

/**
 * The request of one exchange as it left. A redirect changes what the call prepared: address, method, headers, and whether
 * the body goes along.
 */
function sentRequest({ request }: CallView, exchange: ExchangeView): MaskedRequest | null {
  if (request === null) return null;
  const { bodySizeBytes, headers, method, tls, url } = exchange;
  const preparedUrl = request.url.map(({ text }) => text).join('');
  return {
    method,
    ...(url === preparedUrl ? preparedAddress(request) : { url: redirectedAddress(url) }),
    headers: [...headers],
    body: bodySizeBytes === 0 ? { type: 'none' } : request.body,
    ...(tls === undefined ? {} : { tls }),
  };
}

function preparedAddress({ url, urlParts }: MaskedRequest): Pick<MaskedRequest, 'url' | 'urlParts'> {
  return { url, ...(urlParts === undefined ? {} : { urlParts }) };
}

/** An address that a server made has no pieces that came from an expression; secrets in it are masks already. */
function redirectedAddress(url: string): MaskedRequest['url'] {
  const [first = '', ...others] = url.split(maskText);
  const secret: MaskedSegment = { text: maskText, from: 'secret', variable: 'REDIRECTED_URL_SECRET' };
  const segments = others.flatMap((text): MaskedSegment[] => [secret, { text, from: 'literal' }]);
  return [{ text: first, from: 'literal' as const }, ...segments].filter(({ text }) => text !== '');
}

/**
 * The request that got the response of an attempt, or the last one that it sent; where nothing left, the request as it was
 * prepared.
 */
export function lastSentRequest(call: CallView, attempt: AttemptView | undefined): MaskedRequest | null {
  const exchange = attempt?.exchanges.at(-1);
  return exchange === undefined ? call.request : sentRequest(call, exchange);
}
