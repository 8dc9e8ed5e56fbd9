import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** What the browser shows once a person is sent back, in two sentences. */
export interface SignInPage {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

export const answeredPage: SignInPage = {
  status: 200,
  title: 'Flowbench has your answer',
  text: 'You can close this page and go back to Flowbench.',
};

export const deniedPage: SignInPage = {
  status: 200,
  title: 'You are not signed in',
  text: 'Close this page and go back to Flowbench, where it says what the server said.',
};

export const foreignPage: SignInPage = {
  status: 400,
  title: 'This does not belong to a sign-in',
  text: 'Flowbench waits for another answer. Begin the sign-in there again.',
};

const style = `:root{color-scheme:light dark}
body{display:grid;place-content:center;min-height:100vh;margin:0;padding:0 24px;box-sizing:border-box;
font:15px/1.5 system-ui,sans-serif;color:#1c2024;background:#fbfcfd}
h1{margin:0 0 4px;font-size:19px;font-weight:600}p{margin:0;color:#60646c}
@media (prefers-color-scheme:dark){body{color:#edeef0;background:#18191b}p{color:#b0b4ba}}`;

const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Answers with a page that loads nothing, does nothing, and lets nobody know where it came from. */
export function showPage(
  response: ServerResponse,
  { status, text, title }: SignInPage,
  onShown: () => void,
): void {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>${style}</style><h1>${title}</h1><p>${text}</p></html>`;
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(html, onShown);
}
