import { flushSync } from 'react-dom';
import { viewStore } from '../../store/view-store.ts';

/** Shows the inspector and puts the focus into its first field. */
export function inspectorEntered(): void {
  fieldFocused(':is(input, textarea, select, button):not([tabindex="-1"])');
}

/** Shows the inspector and puts the focus into the text of the selected note. */
export function noteTextEntered(): void {
  fieldFocused('textarea');
}

/** Shows the inspector and marks the selected node's name, to be typed over. */
export function nodeRenamingStarted(): void {
  const field = fieldFocused('input[aria-label="Name of the node"]');
  if (field instanceof HTMLInputElement) field.select();
}

function fieldFocused(selector: string): HTMLElement | null {
  // What is not there yet cannot have the focus.
  flushSync(() => viewStore.setState({ inspectorOpen: true }));
  const field = document.querySelector<HTMLElement>(`[aria-label="Inspector"] ${selector}`);
  field?.focus();
  return field;
}
