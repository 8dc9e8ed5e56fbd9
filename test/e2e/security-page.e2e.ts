// What the page cannot do, tried in the real application: each guard of the shell, one by one.
import { expect } from '@playwright/test';
import { isRoot } from '../../scripts/steps/project.mjs';
import type { Bridge } from '#shared/ipc/contract.ts';
import { test } from '../support/app-test.ts';
import { launchApp, removeFolders, type LaunchedApp } from '../support/launch-app.ts';
import { markDocument } from '../support/marked-document.ts';

/** Written out: what the page may do is decided here a second time. */
const contentSecurityPolicy = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'",
  "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
  "frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-forms",
].join('; ');

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(async () => {
  await launched.close();
  await removeFolders(launched.userData, launched.workspace);
});

test.describe('where the page comes from', () => {
  test('it is served under an origin of its own', () => {
    expect(launched.page.url()).toBe('app://flowbench/index.html');
  });

  test('every answer carries the policy and the other protecting headers', async () => {
    for (const path of ['/', '/index.html', '/nowhere.js']) {
      const headers = await launched.page.evaluate(
        async (url) => Object.fromEntries((await fetch(url)).headers),
        `app://flowbench${path}`,
      );
      expect(headers).toMatchObject({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
  });

  test('nothing outside its folder is served, and nothing but GET', async () => {
    const statuses = await launched.page.evaluate(async () => {
      const refused = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/..%5c..%5cpackage.json',
        '/assets/',
      ];
      const answers = await Promise.all(refused.map((path) => fetch(`app://flowbench${path}`)));
      const posted = await fetch('app://flowbench/index.html', { method: 'POST' });
      return [...answers, posted].map(({ status }) => status);
    });
    expect(statuses).toEqual([404, 404, 404, 404, 405]);
  });

  test('another host of the scheme is another origin', async () => {
    const answer = await launched.page.evaluate(() =>
      fetch('app://elsewhere/index.html').then(
        ({ status }) => String(status),
        (error: unknown) => (error as Error).name,
      ),
    );
    expect(answer).toBe('TypeError');
  });
});

test.describe('what runs in it', () => {
  test('no script that stands in the document', async () => {
    const [directive, ran] = await launched.page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
      });
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineScriptRan = true';
      document.head.append(script);
      return [await violation, 'inlineScriptRan' in globalThis] as const;
    });
    expect(directive).toBe('script-src-elem');
    expect(ran).toBe(false);
  });

  test('nothing that is made from text', async () => {
    const names = await launched.page.evaluate(async () => {
      // What a driver runs in the page is exempt from its policy until it has waited once.
      await new Promise((resolve) => setTimeout(resolve));
      const indirectEval = Reflect.get(globalThis, 'eval') as (code: string) => unknown;
      const FunctionMaker = Reflect.get(globalThis, 'Function') as unknown as new (
        code: string,
      ) => () => unknown;
      const tries = [() => indirectEval('1 + 1'), () => new FunctionMaker('return 1')()];
      return tries.map((attempt) => {
        try {
          return `ran: ${String(attempt())}`;
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(names).toEqual(['EvalError', 'EvalError']);
  });

  test('no event handler in an attribute, and no javascript: address', async () => {
    const [directives, ran] = await launched.page.evaluate(async () => {
      const link = document.createElement('a');
      const tries = [
        () => link.setAttribute('onclick', 'globalThis.attributeRan = true'),
        () => {
          link.removeAttribute('onclick');
          link.href = 'javascript:globalThis.addressRan = true';
        },
      ];
      document.body.append(link);
      const refused: string[] = [];
      for (const prepare of tries) {
        const violation = new Promise<string>((resolve) => {
          const told = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective);
          document.addEventListener('securitypolicyviolation', told, { once: true });
        });
        prepare();
        link.click();
        refused.push(await violation);
      }
      link.remove();
      return [refused, ['attributeRan' in globalThis, 'addressRan' in globalThis]] as const;
    });
    expect(directives).toEqual(['script-src-attr', 'script-src-elem']);
    expect(ran).toEqual([false, false]);
  });

  test('nothing of Node and nothing of Electron', async () => {
    const found = await launched.page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'exports',
        'global',
        'Buffer',
        '__dirname',
        'setImmediate',
        'electron',
      ].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
  });

  test('the sandbox, context isolation and the other preferences that the window was made with', async () => {
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      disableDialogs: true,
    });
  });

  test('without the system’s sandbox only for root, and then the status bar says so', async () => {
    const words = launched.page
      .getByRole('contentinfo', { name: 'Status' })
      .getByText('No sandbox: running as root');
    await expect(words).toHaveCount(isRoot ? 1 : 0);
    expect(await launched.app.evaluate(({ app }) => app.commandLine.hasSwitch('no-sandbox'))).toBe(isRoot);
  });

  test('no change to the bridge: it is frozen, and so is everything in it', async () => {
    const result = await launched.page.evaluate(() => {
      const { flowbench } = globalThis as unknown as {
        flowbench: { call: Record<string, unknown>; on: object };
      };
      const before = flowbench.call['app.info'];
      try {
        flowbench.call['app.info'] = () => null;
      } catch {
        // Refused with an error in strict code, without one elsewhere: what counts is below.
      }
      try {
        (globalThis as unknown as { flowbench: unknown }).flowbench = {};
      } catch {
        // As above.
      }
      const after = (globalThis as unknown as { flowbench: { call: Record<string, unknown> } }).flowbench;
      return {
        frozen: [flowbench, flowbench.call, flowbench.on].every((each) => Object.isFrozen(each)),
        same: after.call['app.info'] === before,
      };
    });
    expect(result).toEqual({ frozen: true, same: true });
  });
});

test.describe('what it may ask for', () => {
  test('no permission, by query or by request', async () => {
    const states = await launched.page.evaluate(async () => {
      const names = [
        'camera',
        'microphone',
        'geolocation',
        'notifications',
        'midi',
        'clipboard-read',
        'clipboard-write',
      ];
      const queried = await Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      );
      const refused = (attempt: Promise<unknown>) =>
        attempt.then(
          () => 'granted',
          () => 'denied',
        );
      const asked = await Promise.all([
        refused(navigator.clipboard.writeText('x')),
        refused(navigator.clipboard.readText()),
        refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
        refused(navigator.requestMIDIAccess()),
        refused(new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      ]);
      return [...queried, ...asked, await Notification.requestPermission()];
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  test('no device', async () => {
    const found = await launched.page.evaluate(async () => {
      const hardware = navigator as unknown as Record<
        string,
        { getDevices?: () => Promise<unknown[]>; getPorts?: () => Promise<unknown[]> } | undefined
      >;
      const lists = await Promise.all(
        [
          hardware['usb']?.getDevices?.(),
          hardware['hid']?.getDevices?.(),
          hardware['serial']?.getPorts?.(),
        ].map(async (list) => (await list?.catch(() => []))?.length ?? 0),
      );
      return lists;
    });
    expect(found).toEqual([0, 0, 0]);
  });

  test('no dialog and no printing', async () => {
    const said: string[] = [];
    launched.page.on('console', (message) => said.push(message.text()));
    launched.page.on('dialog', (dialog) => said.push(`a dialog opened: ${dialog.type()}`));
    await launched.page.evaluate(() => {
      window.print();
      window.alert('alert');
      window.confirm('confirm');
    });
    await expect.poll(() => said.filter((line) => line.startsWith('Ignored call to')).length).toBe(3);
    expect(said.filter((line) => line.startsWith('a dialog opened'))).toEqual([]);
  });

  test('no download, neither of what it made itself nor by the engine', async () => {
    await launched.app.evaluate(({ session }) => {
      const downloads: [string, boolean][] = [];
      Object.assign(globalThis, { downloads });
      session.defaultSession.on('will-download', ({ defaultPrevented }, item) =>
        downloads.push([item.getURL(), defaultPrevented]),
      );
    });
    const downloads = () =>
      launched.app.evaluate(() => Reflect.get(globalThis, 'downloads') as [string, boolean][]);
    await launched.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['text']));
      link.download = 'made.txt';
      document.body.append(link);
      link.click();
      link.remove();
    });
    // Begun behind the page's own, so that what became of that one is known by then.
    const address = 'app://flowbench/index.html';
    await launched.app.evaluate(
      ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]!.webContents.downloadURL(url),
      address,
    );
    await expect.poll(downloads).toContainEqual([address, true]);
    expect((await downloads()).filter(([, isPrevented]) => !isPrevented)).toEqual([]);
  });

  test('no spelling checker, whose dictionaries come from the network', async () => {
    expect(await launched.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(
      false,
    );
  });

  test('no inspector and no second load by a key', async () => {
    await markDocument(launched.page);
    await launched.app.evaluate(({ BrowserWindow }) => {
      const started: string[] = [];
      Object.assign(globalThis, { startedLoads: started });
      BrowserWindow.getAllWindows()[0]!.webContents.on('did-start-navigation', ({ url }) =>
        started.push(url),
      );
    });
    for (const keys of ['Control+Shift+I', 'F12', 'Control+R', 'F5', 'Control+Shift+R'])
      await launched.page.keyboard.press(keys);
    // What the page says after the keys reaches the main process behind whatever they have begun.
    await launched.page.evaluate(() =>
      (globalThis as unknown as { flowbench: Bridge }).flowbench.call['app.info'](null),
    );
    expect(await launched.app.evaluate(() => Reflect.get(globalThis, 'startedLoads') as string[])).toEqual(
      [],
    );
    expect(await launched.page.evaluate(() => 'markedDocument' in globalThis)).toBe(true);
    const inspected = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(({ webContents }) => webContents.isDevToolsOpened()),
    );
    expect(inspected).toBe(false);
  });
});
