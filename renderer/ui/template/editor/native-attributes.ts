import type { EditorSettings } from './editor-settings.ts';

/** The name of a field: its own, or the text of the label that is for it. */
export function labelOf({ attributes }: EditorSettings): string {
  const own = attributes['aria-label'];
  if (typeof own === 'string') return own;
  const { id } = attributes;
  const label = typeof id === 'string' ? document.querySelector(`label[for="${CSS.escape(id)}"]`) : null;
  return label?.textContent.trim() ?? '';
}

/** Gives the editor's text area what the native field has: so there is one field, for labels and for screen readers. */
export function writeAttributes(textArea: HTMLTextAreaElement, settings: EditorSettings): void {
  // What Monaco says of itself there is not so of a field in a form.
  textArea.removeAttribute('aria-roledescription');
  textArea.removeAttribute('aria-required');
  if (!settings.isTall) textArea.removeAttribute('aria-multiline');
  for (const [name, value] of Object.entries(settings.attributes)) {
    if (value === undefined || value === false) textArea.removeAttribute(name);
    else textArea.setAttribute(name, String(value));
  }
  // With every change of its size Monaco writes its own anew, which is this.
  textArea.setAttribute('aria-label', labelOf(settings));
}
