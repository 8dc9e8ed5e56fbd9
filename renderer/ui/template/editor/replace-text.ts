import { changedStretch } from './changed-stretch.ts';
import { Range, type editor } from './monaco.ts';
import { sourceOf } from './source-of.ts';

/** Gives an editor another text by changing only what differs, so that caret, undo and scrolling stay. */
export function replaceText(
  shown: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  text: string,
): void {
  const before = sourceOf(model);
  if (before === text) return;
  const { start, end, replacement } = changedStretch(before, text);
  const range = Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
  shown.pushUndoStop();
  shown.executeEdits('field', [{ range, text: replacement, forceMoveMarkers: true }]);
  shown.pushUndoStop();
}
