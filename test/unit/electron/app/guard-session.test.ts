// Decides what the engine may fetch; everything that is not our own must be refused.
import { describe, expect, it } from 'vitest';
import { mayRequest } from '#electron/app/guard-session.ts';
import { pageSource } from '#electron/app/page-source.ts';

const built = pageSource(true, undefined);
const developing = pageSource(false, 'http://localhost:5173/');

describe('mayRequest', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1:9/',
    'http://localhost:5173/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu/',
    'blob:app://flowbench/1',
    'data:text/plain,x',
  ])('refuses %s to the built page', (url) => {
    expect(mayRequest(built, url)).toBe(false);
  });

  it('lets the built page have its own files', () => {
    expect(mayRequest(built, 'app://flowbench/assets/index.js')).toBe(true);
  });

  it('lets the page that is being developed reach its server, the server’s socket and the tools, and no more', () => {
    expect(mayRequest(developing, 'http://localhost:5173/@vite/client')).toBe(true);
    expect(mayRequest(developing, 'ws://localhost:5173/?token=1')).toBe(true);
    expect(mayRequest(developing, 'devtools://devtools/bundled/inspector.html')).toBe(true);
    expect(mayRequest(developing, 'http://localhost:5174/')).toBe(false);
    expect(mayRequest(developing, 'https://example.com/')).toBe(false);
  });
});
