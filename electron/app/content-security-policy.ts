/**
 * What the page may load and do, as its `Content-Security-Policy`.
 *
 * Inline styles are allowed because the code editor needs them; scripts never are, nor is anything made from text.
 * `sandbox` takes dialogs, printing, pop-ups, downloads and pointer lock from the document, whatever script runs in it;
 * `allow-forms` only lets a form report that it was submitted, for `form-action` keeps it from going anywhere.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-scripts allow-same-origin allow-forms',
].join('; ');

/** Headers of every answer that the page's own scheme gives, refusals included. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};
