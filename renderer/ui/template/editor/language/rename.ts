import { nameAt } from '#shared/template/language/name-at.ts';
import { settingsOf } from '../editor-settings.ts';
import { type languages } from '../monaco.ts';
import { placeIn, rangeOf } from './model-text.ts';

/** Asks for the new name where it stands; who knows the flow renames it everywhere. */
export const renameProvider: languages.RenameProvider = {
  resolveRenameLocation: (model, position) => {
    const { source, offset } = placeIn(model, position);
    const found = nameAt(source, offset);
    if (found === null) {
      const range = rangeOf(model, { start: offset, end: offset });
      return { range, text: '', rejectReason: 'Place the caret on the name of a variable to rename it.' };
    }
    return { range: rangeOf(model, { start: found.nameStart, end: found.nameEnd }), text: found.name };
  },
  provideRenameEdits: (model, position, to) => {
    const { source, offset } = placeIn(model, position);
    const from = nameAt(source, offset)?.name;
    const place = settingsOf(model)?.place;
    if (from === undefined || place?.onRename === undefined || to === from) return { edits: [] };
    const trouble = place.renameTrouble?.(from, to) ?? null;
    if (trouble !== null) return { edits: [], rejectReason: trouble };
    // The flow's own change comes back as the value of this field too.
    place.onRename(from, to);
    return { edits: [] };
  },
};
