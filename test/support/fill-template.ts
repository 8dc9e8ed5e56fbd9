// Fields of templates in the real window: how a test writes into one, and how it knows that the editor is there.
import { expect, type Locator } from '@playwright/test';

/** Gives a field of templates the focus and waits until its editor has it. */
export async function editorOpened(field: Locator): Promise<void> {
  await field.focus();
  await expect(field).toHaveClass(/inputarea/);
  await expect(field).toBeFocused();
}

/** Replaces the text of a field of templates, as somebody who selects all of it and pastes. */
export async function fillTemplate(field: Locator, text: string): Promise<void> {
  await editorOpened(field);
  const { keyboard } = field.page();
  await keyboard.press('ControlOrMeta+A');
  if (text === '') await keyboard.press('Delete');
  else await keyboard.insertText(text);
}
