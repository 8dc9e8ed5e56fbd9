import { afterPause, type AfterPause } from './after-pause.ts';
import type { editor } from './monaco.ts';
import { sourceOf } from './source-of.ts';

const leaving = ['pointerdown', 'blur', 'pagehide', 'beforeunload'] as const;

/** How long a letter of a long text is held: what is noted against a sudden end has the rest of the second. */
const longestMs = 300;

/** Tells what is typed: soon, and before anything else can happen that may ask for it. */
export function heldChanges(model: editor.ITextModel, onChange: (text: string) => void): AfterPause {
  const changes = afterPause(model, () => onChange(sourceOf(model)), 'at-once', longestMs);
  const keyDown = (event: KeyboardEvent) => {
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!types && !['Backspace', 'Delete', 'Enter', 'Shift'].includes(event.key)) changes.now();
  };
  const capture = { capture: true };
  window.addEventListener('keydown', keyDown, capture);
  for (const type of leaving) window.addEventListener(type, changes.now, capture);
  return {
    ...changes,
    dispose: () => {
      changes.now();
      changes.dispose();
      window.removeEventListener('keydown', keyDown, capture);
      for (const type of leaving) window.removeEventListener(type, changes.now, capture);
    },
  };
}
