// What is not built is absent: no word of it anywhere, and whatever is offered does something.
import { expect, type Page } from '@playwright/test';
import { commands, type CommandId } from '#shared/commands/commands.ts';
import { startKeyRing } from '../../scripts/steps/key-ring.mjs';
import { test } from '../support/app-test.ts';
import { backToTheCall, command, ended, prepared } from '../support/command-preparations.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { answer, conversation, inspect } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';

const unbuilt = /coming soon|not yet available/i;

/** Everything that can be read or heard in the window now. */
function wordsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const spoken = [...document.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder', 'aria-description'].map(
        (name) => element.getAttribute(name) ?? '',
      ),
    );
    return [...document.body.innerText.split('\n'), ...spoken].filter((words) => words !== '');
  });
}

async function menuWords({ app }: LaunchedApp): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => {
    const labels = (menu: Electron.Menu | null | undefined): string[] =>
      (menu?.items ?? []).flatMap((item) => [item.label, ...labels(item.submenu)]);
    return labels(Menu.getApplicationMenu());
  });
}

async function exampleRan(launched: LaunchedApp): Promise<void> {
  const { page } = launched;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Control+Enter');
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
  await inspect(page, 'Get order');
  // The preview comes a moment after the value that it needs.
  await expect(page.getByLabel('Request as it will be sent')).toContainText('Host:');
}

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };

test('nothing tells of what is not built: not the window, not the menu, not the palette', async ({
  launch,
}) => {
  const launched = await launch(example);
  const { page } = launched;
  await exampleRan(launched);
  const words = [...(await menuWords(launched)), ...(await wordsOf(page))];
  for (const tab of ['Body', 'Response', 'Retry', 'Exits']) {
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: tab }).click();
    words.push(...(await wordsOf(page)));
  }
  await page.getByRole('button', { name: 'Resources' }).click();
  words.push(...(await wordsOf(page)));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>');
  await expect(page.getByRole('option').first()).toBeVisible();
  words.push(...(await wordsOf(page)));
  await page.keyboard.press('Escape');
  for (const [view, kind, row] of [
    ['Alt+2', 'API endpoint', 'treeitem'],
    ['Alt+3', 'environment', 'listitem'],
  ] as const) {
    await page.keyboard.press(view);
    await page.getByRole('complementary', { name: 'Side bar' }).getByRole(row).first().click();
    await expect(page.getByRole('textbox', { name: `Name of the ${kind}` })).toBeVisible();
    words.push(...(await wordsOf(page)));
  }
  await page.keyboard.press('Alt+4');
  await page.getByRole('treeitem', { name: 'Happy path', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the scenario' })).toBeVisible();
  words.push(...(await wordsOf(page)));
  // What is looked for is found where it is: these words are there.
  expect(words).toEqual(
    expect.arrayContaining(['Resources', 'API Endpoints', 'Run', 'Theme: dark', 'Base URL']),
  );
  expect(words.filter((each) => unbuilt.test(each))).toEqual([]);
});

/** Writes down what the application asks of the system, which no page can show. */
async function listenToSystem({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ dialog, shell, clipboard }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showOpenDialog = () => {
      asked.push('open dialog');
      return Promise.resolve({ canceled: true, filePaths: [] });
    };
    shell.openPath = (place) => {
      asked.push(place);
      return Promise.resolve('');
    };
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = (text) => {
      asked.push(text);
      return write(text);
    };
  });
}

/**
 * Everything that a command can change, without the ids that are new with every drawing. Of the page it is a digest, made
 * there: a page as text is half a megabyte, and it is asked for hundreds of times.
 */
async function stateOf({ app, page }: LaunchedApp): Promise<string> {
  const asked = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.join('\n'));
  const shown = await page.evaluate(() => {
    const focused = document.activeElement;
    const clean = (html: string) => html.replace(/_r_[0-9a-z]+_/g, '').replace(/ style="[^"]*"/g, '');
    const places = [...document.querySelectorAll('.react-flow__viewport, .react-flow__node')].map(
      (each) => (each as HTMLElement).style.transform,
    );
    const text = [
      document.documentElement.className,
      clean(document.body.innerHTML),
      clean(focused?.outerHTML.slice(0, 200) ?? ''),
      ...places,
    ].join('\n');
    let digest = 0;
    for (let at = 0; at < text.length; at += 1) digest = (Math.imul(digest, 31) + text.charCodeAt(at)) | 0;
    return `${text.length} ${digest}`;
  });
  return `${asked}\n${shown}`;
}

/** The state once nothing changes any more by itself. */
async function settledStateOf(launched: LaunchedApp): Promise<string> {
  let last = await stateOf(launched);
  await expect
    .poll(async () => {
      const before = last;
      last = await stateOf(launched);
      return last === before;
    })
    .toBe(true);
  return last;
}

/** What ends this story, and what needs scenarios that hang or fail, which scenario-runs.e2e.ts has. */
const toldElsewhere: ReadonlySet<CommandId> = new Set([
  'palette.open',
  'app.quit',
  'scenario.stop',
  'scenario.update-failing',
]);
/** What is offered only where there is no key store. */
const isOfPassphrase = ({ id }: (typeof commands)[number]) => id.startsWith('vault.');

/** The commands in parts that run beside each other, in their order: one leads on to the next. */
const parts = [
  commands.filter((each) => each.menu !== 'Run' && !isOfPassphrase(each)),
  commands.filter(({ menu }) => menu === 'Run'),
];

for (const [at, part] of parts.entries())
  test(`every command that the palette offers does something, part ${at + 1}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const launched = await launch(example);
    const { page } = launched;
    await exampleRan(launched);
    await listenToSystem(launched);

    // Looking at the palette is nothing: without this, any command would seem to do something.
    await page.mouse.move(640, 300);
    const before = await settledStateOf(launched);
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: /^Search nodes/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect.poll(() => stateOf(launched)).toBe(before);

    const idle: string[] = [];
    for (const { id, title } of part) {
      if (toldElsewhere.has(id)) continue;
      await backToTheCall(page);
      await prepared[id]?.(page);
      const was = await settledStateOf(launched);
      await command(page, title);
      const changed = await expect
        .poll(() => stateOf(launched), { timeout: 5_000 })
        .not.toBe(was)
        .then(
          () => true,
          () => false,
        );
      if (changed) await ended[id]?.(page);
      else idle.push(id);
    }
    expect(idle).toEqual([]);
  });

test('every command about a passphrase does something on a desktop without a key store', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const words = 'maple orbit seven lanterns';
  const desktop = await startKeyRing({ keyRing: false });
  try {
    const { page } = await launch({
      window: { width: 1280, height: 800 },
      env: desktop.env,
      args: ['--password-store=basic'],
    });
    const status = page.getByRole('contentinfo', { name: 'Status' });
    const typed = async (label: string) => {
      await page.getByRole('dialog').getByLabel(label, { exact: true }).fill(words);
    };
    const does: Readonly<Record<string, () => Promise<void>>> = {
      'vault.choose-passphrase': async () => {
        await typed('Passphrase');
        await typed('The same again');
        await page.keyboard.press('Enter');
        await expect(status).toContainText('Secrets unlocked');
        await command(page, 'Lock secrets');
      },
      'vault.unlock': async () => {
        await typed('Passphrase');
        await page.keyboard.press('Enter');
        await expect(status).toContainText('Secrets unlocked');
      },
      'vault.lock': () => expect(status).toContainText('Secrets locked'),
      'vault.change-passphrase': async () => {
        await expect(page.getByRole('dialog', { name: 'Change the passphrase' })).toBeVisible();
        await page.keyboard.press('Escape');
      },
      'vault.forget-passphrase': () =>
        expect(page.getByRole('alertdialog', { name: 'Forget the passphrase?' })).toBeVisible(),
    };
    for (const each of commands.filter(isOfPassphrase)) {
      await command(page, each.title);
      await does[each.id]!();
    }
  } finally {
    await desktop.end();
  }
});
