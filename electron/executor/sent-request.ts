import type { PreparedRequest } from '#shared/request/prepared-request.ts';
import type { BodySource } from './body-source.ts';
import type { SentRequest } from './exchange-record.ts';
import { requestHead } from './request-head.ts';

/**
 * A request with everything that the connection adds: what the executor sends and the preview shows, made in one place
 * so that the two cannot differ.
 *
 * @param body the opened body of the request, for its size; `null` where it has none
 */
export function sentRequest(
  request: PreparedRequest,
  body: Pick<BodySource, 'sizeBytes'> | null,
): SentRequest {
  const { method, url } = request;
  const sizeBytes = request.body.type === 'none' ? null : (body?.sizeBytes ?? 0);
  const headers = requestHead(request, new URL(url).host, sizeBytes);
  return { method, url, headers, bodySizeBytes: sizeBytes ?? 0 };
}
