// Only addresses of the web are handed to the system, whatever a document says.
import { expect, it } from 'vitest';
import { webBrowser } from '#electron/app/web-browser.ts';

it.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share', 'vscode://x', 'no address'])(
  'does not open %s',
  async (url) => {
    const opened: string[] = [];
    const open = webBrowser((each) => Promise.resolve(void opened.push(each)));
    await expect(open(url)).rejects.toThrow();
    expect(opened).toEqual([]);
    await open('https://auth.example/authorize');
    expect(opened).toEqual(['https://auth.example/authorize']);
  },
);
