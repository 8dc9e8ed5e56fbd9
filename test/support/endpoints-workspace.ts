// A workspace in which endpoints are there already, for stories that are about what becomes of them and of their files.
import { expect, type Page } from '@playwright/test';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyId } from '../stories/story-id.ts';
import { storyWorkspace } from './story-workspace.ts';

/** Writes it into a fresh folder: an endpoint of each name, and what else there is to be. */
export function endpointsWorkspace(
  endpoints: readonly string[] = ['Shop API'],
  ...others: readonly WorkspaceDocument[]
): Promise<string> {
  const made = endpoints.map((name) =>
    newEndpoint(storyId('ep', name), name, `https://${name.toLowerCase().replaceAll(' ', '-')}.example/v1`),
  );
  return storyWorkspace(...made, ...others);
}

/** Opens an endpoint as a person does: in the side bar. */
export async function endpointOpened(page: Page, name = 'Shop API'): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page
    .getByRole('tree', { name: 'API Endpoints' })
    .getByRole('treeitem', { name, exact: true })
    .click();
  await expect(page.getByRole('textbox', { name: 'Name of the API endpoint' })).toHaveValue(name);
}

/** Opens a flow in the same way. */
export async function flowOpened(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+1');
  await page.getByRole('tree', { name: 'Flows' }).getByRole('treeitem', { name, exact: true }).click();
  await expect(page.locator('[data-canvas]')).toBeVisible();
}
