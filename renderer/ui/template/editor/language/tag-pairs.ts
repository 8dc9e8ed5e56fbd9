import { tagPairAt } from '#shared/template/language/block-tags.ts';
import { afterPause } from '../after-pause.ts';
import type { editor, IDisposable } from '../monaco.ts';
import styles from '../mounted-editor.module.css';
import { rangeOf } from './model-text.ts';
import { sourceOf } from '../source-of.ts';

/** Shows which tags of a block belong together while the caret is at one of them. */
export function tagPairs(shown: editor.IStandaloneCodeEditor, model: editor.ITextModel): IDisposable {
  const marked = shown.createDecorationsCollection();
  const mark = () => {
    const position = shown.getPosition();
    const source = sourceOf(model);
    const tags =
      position === null || !source.includes('{{') ? null : tagPairAt(source, model.getOffsetAt(position));
    marked.set(
      (tags ?? []).map((tag) => ({
        range: rangeOf(model, tag),
        options: { className: styles.pair ?? null },
      })),
    );
  };
  const marks = afterPause(model, mark, 'when-idle');
  const moved = shown.onDidChangeCursorPosition(marks.ask);
  return {
    dispose: () => {
      marks.dispose();
      moved.dispose();
    },
  };
}
