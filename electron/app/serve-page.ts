import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { pageHeaders } from './content-security-policy.ts';
import { pageFile } from './page-file.ts';
import { pageScheme } from './page-source.ts';

/** Declares the page's scheme; has to happen before the application is ready, or the scheme is no origin. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        codeCache: true,
      },
    },
  ]);
}

/**
 * Serves the built page in `root` under its scheme: known kinds of file, read with GET, and nothing else.
 *
 * @throws where there is no page, for an empty window would tell nobody what is wrong
 */
export function servePage(session: Session, root: string): void {
  if (!existsSync(path.join(root, 'index.html')))
    throw new Error('A part of Flowbench is missing from this computer. Install Flowbench again.');
  session.protocol.handle(pageScheme, (request) => answerPageRequest(root, request.method, request.url));
}

/** The answer to one request for a file of the page; what cannot be read is not there, whatever the cause. */
export async function answerPageRequest(root: string, method: string, url: string): Promise<Response> {
  if (method !== 'GET') return refusal(405);
  const found = pageFile(root, url);
  if (found === null) return refusal(404);
  try {
    const bytes = await readFile(found.file);
    return new Response(bytes, { headers: { ...pageHeaders, 'Content-Type': found.contentType } });
  } catch {
    return refusal(404);
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: pageHeaders });
}
