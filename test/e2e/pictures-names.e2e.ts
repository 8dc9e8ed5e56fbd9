// Names as people give them in all languages, photographed in every view that has gaps to hide: nothing leaves its place.
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { command } from '../support/command-preparations.ts';
import { hardGroup, hardNames, namesWorkspace } from '../support/names-workspace.ts';
import { removeFolders } from '../support/launch-app.ts';
import { inspect } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

let folder: string;

test.beforeEach(async () => {
  folder = await namesWorkspace();
});

test.afterEach(async () => {
  await removeFolders(folder);
});

for (const size of pictureSizes('light')) {
  const width = String(size.width);

  test(`names of all sorts at ${width}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const started = await launch({ workspace: folder, ...startedAt(size) });
    const { page } = started;
    const photographed = await photographer(started, { folder: `names-${width}`, axeIn: size.axeIn });
    const look = async (name: string) => {
      expect(await leftTheWindow(page), name).toEqual([]);
      await photographed(name);
    };
    const panel = page.getByRole('region', { name: 'Panel', exact: true });
    await page
      .getByRole('tree', { name: 'Flows' })
      .getByRole('treeitem', { name: hardNames.unbroken, exact: true })
      .click();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
    await panel.getByRole('tab', { name: 'Timeline' }).click();
    await look('timeline');
    await page.getByRole('textbox', { name: 'Your answer' }).fill(hardNames.rtl);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('log')).toContainText('Run ended');
    await panel.getByRole('tab', { name: 'Variables' }).click();
    await inspect(page, hardNames.german);
    await look('sub-flow');
    await inspect(page, hardNames.unbroken);
    await look('loop');
    await panel.getByRole('tab', { name: 'Problems' }).click();
    await look('problems');
    await command(page, 'Collapse all groups');
    await expect(
      page.getByRole('group', { name: new RegExp(`^Group: ${hardGroup}, collapsed`) }),
    ).toBeVisible();
    await look('collapsed');
    await command(page, 'Export as a picture…');
    await expect(page.getByRole('dialog', { name: /picture/i })).toBeVisible();
    await look('picture');
    await page.keyboard.press('Escape');
    await command(page, 'Expand all groups');
    await expect(page.getByRole('group', { name: /, collapsed/ })).toHaveCount(0);
    await command(page, 'Compare environments');
    await look('compare');
    await command(page, 'Settings');
    await look('settings');
    await page.keyboard.press('Control+Shift+H');
    await page.getByRole('textbox', { name: 'Find in the workspace' }).fill('branch');
    await page.getByRole('textbox', { name: 'Replace by' }).fill(hardNames.cjk);
    await expect(page.getByRole('tree', { name: 'Found' }).locator('ins').first()).toBeVisible();
    await look('find');
    await page.keyboard.press('Alt+2');
    await page
      .getByRole('tree', { name: 'API Endpoints' })
      .getByRole('treeitem', { name: hardNames.cjk, exact: true })
      .click();
    await look('endpoint');
  });
}

/** What of the frame stands outside of the window: controls that a long name has pushed away. */
function leftTheWindow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, [role="tab"], [role="combobox"]')]
      .filter((each) => each.closest('.react-flow, [role="tablist"], [role="grid"]') === null)
      .filter((each) => {
        const { left, right, width: across } = each.getBoundingClientRect();
        return across > 0 && (right > window.innerWidth + 1 || left < -1);
      })
      .map((each) => each.getAttribute('aria-label') ?? each.textContent),
  );
}
