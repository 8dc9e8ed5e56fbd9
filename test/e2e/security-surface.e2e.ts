// What can be reached of the package from outside and from its page: a short list, and nothing that serves tests.
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { extractFile, listPackage } from '@electron/asar';
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { attachToApp, type AttachedApp } from '../support/attach-to-app.ts';
import { freshFolder, removeFolders } from '../support/launch-app.ts';
import { packagedArchive, packagedProgram } from '../support/packaged-app.ts';

/** Every variable of the environment that the package reads, and for whom. */
const variables: Readonly<Record<string, string>> = {
  ELECTRON_RENDERER_URL: 'the build tool’s server while developing; a package ignores it, below',
  CHOKIDAR_INTERVAL: 'chokidar, how often to look at files where nothing tells',
  CHOKIDAR_USEPOLLING: 'chokidar, the same',
  NODE_DEBUG: 'conf’s semver: writes versions',
  HTTP_PROXY: 'which way calls take where an endpoint leaves it to the system',
  http_proxy: 'the same',
  HTTPS_PROXY: 'the same',
  https_proxy: 'the same',
  ALL_PROXY: 'the same',
  all_proxy: 'the same',
  NO_PROXY: 'the same, and axios, whose own proxies are off',
  no_proxy: 'the same',
};

/** Every switch that the package itself looks at. */
const switches: Readonly<Record<string, string>> = {
  '--command-line': 'the command line in place of a window; what follows `--` are its arguments',
  '--open-example': 'the launch script’s, for a first start',
  'no-sandbox': 'the launch script’s for root; the status bar says so',
};

const texts = new Map(
  listPackage(packagedArchive, { isPack: false })
    .map((file) => file.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((file) => /\.(c?js|html|css|json)$/.test(file))
    .map((file) => [file, extractFile(packagedArchive, file).toString('utf8')] as const),
);
const allMatches = (pattern: RegExp, of: RegExp) =>
  new Set(
    [...texts]
      .filter(([file]) => of.test(file))
      .flatMap(([, text]) => [...text.matchAll(pattern)].map((match) => match.slice(1).join(''))),
  );

test('the package reads these variables and switches, and no others', () => {
  const read = allMatches(/process\.env(?:\.([A-Za-z_]\w*)|\[["'`]([^"'`]+)["'`]\])/g, /./);
  expect(read).toEqual(new Set(Object.keys(variables)));
  expect(allMatches(/(process\.env)/g, /^out\/(preload|renderer)\//)).toEqual(new Set());
  const looked = allMatches(
    /["'`](--[a-z][\w-]*)["'`]|(?:hasSwitch|getSwitchValue)\(["'`]([^"'`]+)["'`]\)/g,
    /^out\/main\//,
  );
  expect(looked).toEqual(new Set(Object.keys(switches)));
});

test('no file of the package knows of tests', () => {
  expect(texts.size).toBeGreaterThan(10);
  for (const [file, text] of texts)
    expect(text.match(/playwright|vitest|test-only|forTests?\b|FLOWBENCH_TEST/i)?.[0], file).toBeUndefined();
});

test.describe('running', () => {
  let userData = '';
  let app: AttachedApp;
  let asked = 0;
  const devServer = net.createServer((socket) => {
    asked += 1;
    socket.destroy();
  });

  test.beforeAll(async () => {
    devServer.listen(0, '127.0.0.1');
    await once(devServer, 'listening');
    userData = await freshFolder('surface');
    const url = `http://127.0.0.1:${String((devServer.address() as AddressInfo).port)}/`;
    const env = { ELECTRON_RENDERER_URL: url };
    app = await attachToApp({ program: packagedProgram, args: [], userData, env });
  });
  test.afterAll(async () => {
    await app.close();
    devServer.close();
    await removeFolders(userData);
  });

  test('it shows its own page whatever address the environment names', async () => {
    expect(app.page.url()).toBe('app://flowbench/index.html');
    // Whoever had been asked before would have been counted before this one.
    await once(net.connect((devServer.address() as AddressInfo).port, '127.0.0.1').resume(), 'close');
    expect(asked).toBe(1);
  });

  test('its page has the bridge and nothing else that an empty one has not', async () => {
    const own = await app.page.evaluate(() => {
      const names = Object.getOwnPropertyNames(globalThis);
      const frame = document.body.appendChild(document.createElement('iframe'));
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return names.filter((name) => !usual.has(name));
    });
    // zod keeps its settings where several copies of it would find each other; they are data of the page's own.
    expect(own).toEqual(['flowbench', '__zod_globalConfig', '__zod_globalRegistry']);
  });

  test('no key opens an inspector', async () => {
    const browser = app.page.context().browser();
    if (browser === null) throw new Error('The page belongs to no browser.');
    const session = await browser.newBrowserCDPSession();
    for (const keys of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C'])
      await app.page.keyboard.press(keys);
    // Answered by the page after the keys, and by the engine after the page.
    await app.page.evaluate(() => document.title);
    const { targetInfos } = await session.send('Target.getTargets');
    expect(targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url)).toEqual([
      'app://flowbench/index.html',
    ]);
  });
});
