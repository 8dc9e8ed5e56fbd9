import type * as EditorPart from './editor/open-editor.ts';

let loading: Promise<typeof EditorPart> | null = null;

/** Loads what edits templates, once. Where that fails the native field goes on, and the next focus tries again. */
export function editorLoaded(): Promise<typeof EditorPart> {
  loading ??= Promise.all([import('./editor/open-editor.ts'), monoLoaded()]).then(
    ([part]) => part,
    (trouble: unknown) => {
      loading = null;
      throw trouble;
    },
  );
  return loading;
}

let warming = false;
const warmAfterMs = 1500;

/** Loads it when a form has been there for a while and the page has nothing else to do, so that the first focus need not wait. */
export function editorWarmed(): void {
  if (warming) return;
  warming = true;
  setTimeout(() => requestIdleCallback(() => void editorLoaded().catch(() => undefined)), warmAfterMs);
}

/** The editor measures its letters once, so they have to be there. */
async function monoLoaded(): Promise<void> {
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-mono');
  await document.fonts.load(`400 12px ${family}`);
}
