/**
 * A text as one URL component: everything but the unreserved characters of RFC 3986 §2.3 becomes percent-encoded UTF-8.
 *
 * Stricter than `encodeURIComponent`, so that path and query need one rule and the URL parser changes nothing later. A
 * lone surrogate becomes U+FFFD, as the URL standard has it.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
