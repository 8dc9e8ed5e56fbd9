import { nameLooks, type NameLook } from '../name-looks.ts';
import { templateRuns } from '../template-runs.ts';
import { afterPause, type AfterPause } from './after-pause.ts';
import type { EditorSettings } from './editor-settings.ts';
import { editor, Range } from './monaco.ts';
import { sourceOf } from './source-of.ts';
import styles from './mounted-editor.module.css';

/** Marks the expressions of an editor as the field at rest does. */
export function fieldMarks(
  shown: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  settings: () => EditorSettings,
): AfterPause {
  const collection = shown.createDecorationsCollection();
  return afterPause(model, () => collection.set(marksOf(model, settings())), 'at-once');
}

function marksOf(
  model: editor.ITextModel,
  { field, unknownNames, place }: EditorSettings,
): editor.IModelDeltaDecoration[] {
  const source = sourceOf(model);
  const lookOf = nameLooks(source, unknownNames, place.knowledge);
  return templateRuns(source, field === 'json')
    .filter(({ tag }) => tag === 'expression' || tag === 'block')
    .flatMap((run) => {
      const look = lookOf(run);
      if (run.tag === 'block' && look === 'known') return [];
      const range = Range.fromPositions(model.getPositionAt(run.start), model.getPositionAt(run.end));
      return { range, options: optionsOf(look, run.tag === 'expression') };
    });
}

const marks = { known: styles.mark, perhaps: styles.perhapsMark, unknown: styles.unknownMark };
const texts = { known: undefined, perhaps: styles.perhapsText, unknown: styles.unknownText };

function optionsOf(look: NameLook, isMarked: boolean): editor.IModelDecorationOptions {
  return {
    stickiness: editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    className: (isMarked ? marks[look] : undefined) ?? null,
    inlineClassName: texts[look] ?? null,
  };
}
