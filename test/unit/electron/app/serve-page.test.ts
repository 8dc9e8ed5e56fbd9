// Every file of the page has to come with the headers that protect it.
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';

// Only the answering is tried here, in plain Node; the scheme itself is tried in the real application.
vi.mock('electron', () => ({ protocol: {} }));
const { answerPageRequest, servePage } = await import('#electron/app/serve-page.ts');

const root = mkdtempSync(path.join(os.tmpdir(), 'flowbench-page-'));
mkdirSync(path.join(root, 'folder.js'));
writeFileSync(path.join(root, 'index.html'), '<!doctype html>');

describe('answerPageRequest', () => {
  it('gives a file with its type and every protecting header', async () => {
    const response = await answerPageRequest(root, 'GET', 'app://flowbench/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self';",
    );
  });

  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await answerPageRequest(root, method, 'app://flowbench/')).status).toBe(405);
  });

  it.each([
    ['a file that is not there', 'app://flowbench/gone.js'],
    ['a folder with the name of a file', 'app://flowbench/folder.js'],
    ['a path out of the folder', 'app://flowbench/..%2f..%2fetc%2fpasswd.js'],
  ])('does not find %s, and protects that answer too', async (_what, url) => {
    const response = await answerPageRequest(root, 'GET', url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('servePage', () => {
  it('refuses a folder without a page, in a sentence for the person who starts it', () => {
    const serve = () => servePage({} as never, path.join(root, 'folder.js'));
    expect(serve).toThrow('A part of Flowbench is missing from this computer. Install Flowbench again.');
  });
});
