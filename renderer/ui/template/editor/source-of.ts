import { editor } from './monaco.ts';

/** The text of a model as documents and the language functions have it: a line break is one unit. */
export function sourceOf(model: editor.ITextModel): string {
  return model.getValue(editor.EndOfLinePreference.LF);
}
