import path from 'node:path';
import { pageHost, pageScheme } from './page-source.ts';

/** A file of the built page, and the content type it is served with. */
export interface PageFile {
  readonly file: string;
  readonly contentType: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * The file below `root` that an address of the page names, or `null` where there can be none: another host, a path that
 * leaves the folder however it is written, or a kind of file that the build does not make.
 */
export function pageFile(root: string, address: string): PageFile | null {
  const name = requestedName(address);
  if (name === null) return null;
  const file = path.resolve(root, `.${name === '/' ? '/index.html' : name}`);
  const contentType = contentTypes[path.extname(file)];
  if (contentType === undefined || !file.startsWith(path.resolve(root) + path.sep)) return null;
  return { file, contentType };
}

function requestedName(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${pageScheme}:` || url.host !== pageHost || url.username !== '') return null;
  try {
    const name = decodeURIComponent(url.pathname);
    // A backslash is a separator on Windows, a colon may name a drive or a stream, and NUL ends a name in C.
    return /[\\:\0]/.test(name) || name.split('/').includes('..') ? null : name;
  } catch {
    return null;
  }
}
