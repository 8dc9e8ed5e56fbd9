import { TemplateStop } from '../template-problem.ts';
import type { TemplateFailureCode } from '../template-failure.ts';
import { notedText, type ExpressionPlace, type FieldEncoder } from './field-encoder.ts';

/**
 * For header values and credential fields: the text, or a stop where it cannot be sent as one line of Latin-1.
 *
 * HTTP libraries drop such characters without a word or let them begin a new header (RFC 9110 §5.5), so nothing is
 * trimmed, replaced or folded here.
 */
export const headerEncoder: FieldEncoder = {
  literal(text, offset) {
    const at = text.search(unsendable);
    if (at !== -1) throw unsendableStop(text.charCodeAt(at), offset + at);
  },
  value(value, place, notes) {
    const text = notedText(value, place, notes);
    const at = text.search(unsendable);
    if (at !== -1) throw unsendableStop(text.charCodeAt(at), place.start, place);
    return text;
  },
};

const unsendable = /[^\t\x20-\x7e\x80-\xff]/;

function unsendableStop(unit: number, offset: number, place?: ExpressionPlace): TemplateStop {
  const from = place === undefined ? 'The text' : 'The value of {expression}';
  const [code, sentence] = reason(unit, from);
  const blame = place === undefined ? {} : { blame: place, name: place.name };
  return new TemplateStop({ code, offset, sentence, placeholders: { character: shown(unit) }, ...blame });
}

function reason(unit: number, from: string): readonly [TemplateFailureCode, string] {
  if (unit === 0x0d || unit === 0x0a || unit === 0) {
    return [
      'header-value-line-break',
      `${from} holds a line break or a NUL character; a header is one line.`,
    ];
  }
  if (unit < 0x80)
    return ['header-value-control-character', `${from} holds the control character {character}.`];
  return [
    'header-value-not-latin1',
    `${from} holds a character that cannot be sent in a header ({character}).`,
  ];
}

/** The code of a character and never the character itself, which belongs to a value. */
function shown(unit: number): string {
  return `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}
