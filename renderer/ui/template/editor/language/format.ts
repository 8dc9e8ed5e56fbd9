import { formatJsonTemplate } from '#shared/template/language/format-json-template.ts';
import { changedStretch } from '../changed-stretch.ts';
import { type languages } from '../monaco.ts';
import { rangeOf } from './model-text.ts';
import { sourceOf } from '../source-of.ts';

/** Puts JSON on lines without touching expressions; what cannot be read stays as it is. */
export const formatProvider: languages.DocumentFormattingEditProvider = {
  provideDocumentFormattingEdits: (model) => {
    const source = sourceOf(model);
    const formatted = formatJsonTemplate(source);
    if (formatted === null || formatted === source) return [];
    const { start, end, replacement } = changedStretch(source, formatted);
    return [{ range: rangeOf(model, { start, end }), text: replacement }];
  },
};
