// Where the page can go, tried in the real application: nowhere but where it is, by no way there is.
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { launchApp, removeFolders, type LaunchedApp } from '../support/launch-app.ts';
import { markDocument, newDocument } from '../support/marked-document.ts';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await launched.app.evaluate(({ BrowserWindow }) => {
    const attempts: [string, boolean][] = [];
    const failures: string[] = [];
    Object.assign(globalThis, { attempts, failures });
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.on('will-frame-navigate', ({ url, defaultPrevented }) =>
      attempts.push([url, defaultPrevented]),
    );
    webContents.on('did-fail-load', (_event, _code, reason, url) => failures.push(`${reason} ${url}`));
  });
});
test.afterAll(async () => {
  await launched.close();
  await removeFolders(launched.userData, launched.workspace);
});

/** Runs in the page. */
const ways = {
  'by location': (url: string) => location.assign(url),
  'by a link': (url: string) => {
    const link = Object.assign(document.createElement('a'), { href: url });
    document.body.append(link);
    link.click();
    link.remove();
  },
};

for (const target of [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'app://elsewhere/index.html',
  'app://flowbench/assets/other.html',
]) {
  for (const [way, go] of Object.entries(ways)) {
    test(`not to ${target}, ${way}`, async () => {
      await launched.app.evaluate(() => (Reflect.get(globalThis, 'attempts') as unknown[]).splice(0));
      await launched.page.evaluate(go, target);
      await expect.poll(() => told('attempts')).toEqual([[target, true]]);
      expect(await windowAddress()).toBe('app://flowbench/index.html');
    });
  }
}

for (const [target, sentence] of [
  ['file:///etc/passwd', 'Not allowed to load local resource: file:///etc/passwd'],
  ['data:text/html,<p>elsewhere', 'Not allowed to navigate top frame to data URL'],
] as const) {
  for (const [way, go] of Object.entries(ways)) {
    test(`not to ${target}, ${way}: the engine itself refuses`, async () => {
      const refused = launched.page.waitForEvent('console', (message) => message.text().includes(sentence));
      await launched.page.evaluate(go, target);
      await refused;
      expect(await windowAddress()).toBe('app://flowbench/index.html');
    });
  }
}

test('nowhere by a redirect', async () => {
  const prevented = await launched.app.evaluate(({ BrowserWindow }) => {
    let isPrevented = false;
    const event = { url: 'https://example.com/', preventDefault: () => (isPrevented = true) };
    // Nothing that the page can reach redirects, so the guard is asked directly.
    const contents: NodeJS.EventEmitter = BrowserWindow.getAllWindows()[0]!.webContents;
    contents.emit('will-redirect', event);
    return isPrevented;
  });
  expect(prevented).toBe(true);
});

test('not into a second window, by any way to open one', async () => {
  const opened = await launched.page.evaluate(async () => {
    const results = [
      window.open('about:blank'),
      window.open('app://flowbench/index.html'),
      window.open('https://example.com'),
    ];
    const link = document.createElement('a');
    link.href = 'app://flowbench/index.html';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return results.map(String);
  });
  expect(opened).toEqual(['null', 'null', 'null']);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('not into a frame, its own page included', async () => {
  const sources = ['app://flowbench/index.html', 'https://example.com/'];
  await launched.page.evaluate(
    (urls) => {
      document.body.append(...urls.map((src) => Object.assign(document.createElement('iframe'), { src })));
    },
    // A local file is refused within the page, before anybody else hears of it.
    ['file:///etc/passwd', ...sources],
  );
  const blocked = sources.map((url) => `ERR_BLOCKED_BY_CSP ${url}`);
  await expect.poll(() => told('failures')).toEqual(expect.arrayContaining(blocked));
  const shown = await launched.page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')];
    const texts = frames.map((frame) => frame.contentDocument?.body.textContent ?? '');
    frames.forEach((frame) => frame.remove());
    return texts;
  });
  expect(shown).toEqual(['', '', '']);
});

test('not to an empty page: it is brought back', async () => {
  await markDocument(launched.page);
  await launched.page.evaluate(() => location.assign('about:blank'));
  await newDocument(launched.page);
  expect(launched.page.url()).toBe('app://flowbench/index.html');
});

test('not into a web view: the tag means nothing', async () => {
  const [views, tag] = await launched.page.evaluate(async () => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const known = 'loadURL' in view;
    view.remove();
    return [known, view.constructor.name];
  });
  expect([views, tag]).toEqual([false, 'HTMLElement']);
  const contents = await launched.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getType()),
  );
  expect(contents).toEqual(['window']);
});

test('but it can be loaded again', async () => {
  await markDocument(launched.page);
  await launched.page.evaluate(() => location.reload());
  await newDocument(launched.page);
  expect(launched.page.url()).toBe('app://flowbench/index.html');
});

/** What the main process has heard so far. */
function told(what: 'attempts' | 'failures'): Promise<unknown> {
  return launched.app.evaluate((_electron, name) => Reflect.get(globalThis, name) as unknown, what);
}

function windowAddress(): Promise<string | undefined> {
  return launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
}
