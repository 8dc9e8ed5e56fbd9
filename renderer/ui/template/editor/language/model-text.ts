import { Range, type editor, type Position } from '../monaco.ts';
import { sourceOf } from '../source-of.ts';

/** The range of a stretch that a function of `shared/template/language` speaks of. */
export function rangeOf(
  model: editor.ITextModel,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** A place in a model as those functions take it; the text has one unit for a line break. */
export function placeIn(
  model: editor.ITextModel,
  position: Position,
): { readonly source: string; readonly offset: number } {
  return { source: sourceOf(model), offset: model.getOffsetAt(position) };
}

const lookBack = 2000;

/** Whether braces may be open at a place: a quick look, so that text without expressions is not read for every letter. */
export function mayBeInTag(model: editor.ITextModel, position: Position): boolean {
  const offset = model.getOffsetAt(position);
  const before = model.getValueInRange(
    rangeOf(model, { start: Math.max(0, offset - lookBack), end: offset }),
  );
  return before.lastIndexOf('{{') > before.lastIndexOf('}}') - 1 && before.includes('{');
}
