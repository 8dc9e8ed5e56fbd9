/** A request header that people set themselves. */
export interface KnownHeader {
  readonly name: string;
  /** What it asks for, in one sentence. */
  readonly meaning: string;
  /** Values that are often sent; none where every value is its own. */
  readonly values: readonly string[];
  /** `one` where a request may have it once; `list` where its values add up (RFC 9110 §5.3). */
  readonly holds: 'one' | 'list';
}

/** Shortens the table below. */
function header(name: string, holds: KnownHeader['holds'], meaning: string, values: readonly string[] = []) {
  return { name, holds, meaning, values };
}

/** Request headers that people set, the most frequent first; those that Flowbench or HTTP itself settles are left out. */
export const knownHeaders: readonly KnownHeader[] = [
  header('Accept', 'list', 'Which kinds of content the answer may have.', [
    'application/json',
    'application/problem+json',
    'application/xml',
    'text/plain',
    'text/html',
    'text/event-stream',
    '*/*',
  ]),
  header('Content-Type', 'one', 'What kind of content the body is; the kind of body sets it by itself.', [
    'application/json',
    'application/merge-patch+json',
    'application/json-patch+json',
    'application/xml',
    'application/x-www-form-urlencoded',
    'text/plain; charset=utf-8',
    'application/octet-stream',
  ]),
  header('Authorization', 'one', 'Who calls; a secret belongs into the API endpoint.', [
    'Bearer {{token}}',
    'Basic {{base64 credentials}}',
    'ApiKey {{key}}',
  ]),
  header('Accept-Language', 'list', 'In which languages the answer may be.', [
    'en',
    'en-GB, en;q=0.8',
    'de-DE, de;q=0.9, en;q=0.5',
    'fr-FR, fr;q=0.9',
    'es, en;q=0.7',
  ]),
  header('Accept-Encoding', 'list', 'How the answer may be packed.', [
    'gzip, deflate, br',
    'gzip',
    'identity',
  ]),
  header('Cache-Control', 'list', 'Whether caches on the way may answer.', [
    'no-cache',
    'no-store',
    'max-age=0',
    'only-if-cached',
  ]),
  header('User-Agent', 'one', 'Which program calls.', ['Flowbench']),
  header('X-Request-Id', 'one', 'A name for this request, by which logs find it again.', [
    '{{@uuid}}',
    '{{@run.id}}',
  ]),
  header('X-Correlation-Id', 'one', 'A name for all requests that belong together.', [
    '{{@run.id}}',
    '{{@uuid}}',
  ]),
  header('Idempotency-Key', 'one', 'Lets a server see that a repeated request is the same one.', [
    '{{@uuid}}',
  ]),
  header('traceparent', 'one', 'The trace and the span that the request belongs to (W3C Trace Context).', [
    '00-{{trace_id}}-{{span_id}}-01',
  ]),
  header('tracestate', 'list', 'What the makers of a trace add to it.'),
  header('baggage', 'list', 'Names and values that go along with a trace.'),
  header('If-Match', 'list', 'Does it only if the resource is still this version.', ['*', '"{{etag}}"']),
  header('If-None-Match', 'list', 'Does it only if the resource is another version by now.', [
    '*',
    '"{{etag}}"',
  ]),
  header('If-Modified-Since', 'one', 'Asks for it only if it has changed since a date.', [
    'Wed, 21 Oct 2026 07:28:00 GMT',
  ]),
  header('If-Unmodified-Since', 'one', 'Does it only if it has not changed since a date.', [
    'Wed, 21 Oct 2026 07:28:00 GMT',
  ]),
  header('If-Range', 'one', 'Asks for a part only if the whole is still this version.', ['"{{etag}}"']),
  header('Range', 'one', 'Asks for a part of the content.', ['bytes=0-1023', 'bytes=-500']),
  header('Prefer', 'list', 'What the server should do where it has a choice (RFC 7240).', [
    'return=minimal',
    'return=representation',
    'respond-async',
    'wait=10',
    'handling=strict',
    'handling=lenient',
  ]),
  header('Expect', 'one', 'Waits for a go-ahead before the body is sent.', ['100-continue']),
  header('Origin', 'one', 'The site from which a browser would call.', ['https://shop.example']),
  header('Referer', 'one', 'The page from which a browser would call.', ['https://shop.example/cart']),
  header('Cookie', 'one', 'Cookies by hand; an API endpoint can keep them by itself.', [
    'session={{session_id}}',
  ]),
  header('X-Api-Key', 'one', 'The key of the caller; a secret belongs into the API endpoint.', [
    '{{api_key}}',
  ]),
  header('X-Requested-With', 'one', 'Says that a script calls, and no page.', ['XMLHttpRequest']),
  header('X-Http-Method-Override', 'one', 'The method that is meant, where only POST comes through.', [
    'PUT',
    'PATCH',
    'DELETE',
  ]),
  header('X-Csrf-Token', 'one', 'Shows that the call comes from the site itself.', ['{{csrf_token}}']),
  header('X-Forwarded-For', 'list', 'Through which addresses the request came.', ['203.0.113.7']),
  header('X-Forwarded-Host', 'one', 'The host that was asked for in front of a proxy.', ['shop.example']),
  header('X-Forwarded-Proto', 'one', 'The scheme that was used in front of a proxy.', ['https', 'http']),
  header('Forwarded', 'list', 'The way that the request came (RFC 7239).', ['for=203.0.113.7;proto=https']),
  header('Accept-Charset', 'list', 'Which character sets the answer may have; servers ignore it.', ['utf-8']),
  header('Content-Language', 'list', 'In which language the body is.', ['en', 'de-DE']),
  header('Content-Disposition', 'one', 'What the body is called as a file.', [
    'attachment; filename="report.pdf"',
  ]),
  header('Date', 'one', 'When the request was made.'),
  header('DNT', 'one', 'Asks not to be tracked; Sec-GPC has taken its place.', ['1']),
  header('Sec-GPC', 'one', 'Asks that data are not sold or shared.', ['1']),
  header('Upgrade-Insecure-Requests', 'one', 'Prefers an encrypted page.', ['1']),
  header('Pragma', 'list', 'The Cache-Control of HTTP/1.0.', ['no-cache']),
  header('SOAPAction', 'one', 'Which operation of a SOAP service is called.', ['"{{action}}"']),
  header('Last-Event-ID', 'one', 'After which event a stream goes on.', ['{{last_event_id}}']),
  header('Depth', 'one', 'How far down a WebDAV request reaches.', ['0', '1', 'infinity']),
  header('Destination', 'one', 'Where a WebDAV copy or move leads.'),
  header('Priority', 'list', 'How urgent the answer is (RFC 9218).', ['u=1', 'u=3, i']),
  header('TE', 'list', 'Whether trailers after the body are understood.', ['trailers']),
  header('Via', 'list', 'The proxies on the way.'),
];

/** The known header of a name, whatever its letters' case. */
export function knownHeader(name: string): KnownHeader | undefined {
  const wanted = name.trim().toLowerCase();
  return knownHeaders.find((each) => each.name.toLowerCase() === wanted);
}
