import type { MaskedRequest } from '../request/masked-request.ts';
import type { AttemptView, CallView, ExchangeView } from './run-view.ts';

/**
 * The request of one exchange as it left. A redirect changes what the call prepared: address, method, headers, and whether
 * the body goes along.
 */
function sentRequest({ request }: CallView, exchange: ExchangeView): MaskedRequest | null {
  if (request === null) return null;
  const { bodySizeBytes, headers, method, url } = exchange;
  const preparedUrl = request.url.map(({ text }) => text).join('');
  return {
    method,
    // An address that a server made has no pieces that came from an expression.
    url: url === preparedUrl ? request.url : [{ text: url, from: 'literal' }],
    headers: [...headers],
    body: bodySizeBytes === 0 ? { type: 'none' } : request.body,
  };
}

/**
 * The request that got the response of an attempt, or the last one that it sent; where nothing left, the request as it was
 * prepared.
 */
export function lastSentRequest(call: CallView, attempt: AttemptView | undefined): MaskedRequest | null {
  const exchange = attempt?.exchanges.at(-1);
  return exchange === undefined ? call.request : sentRequest(call, exchange);
}
