import type { Value } from '../../value/value.ts';
import { valueText } from '../../value/value-text.ts';
import { writeJson } from '../../value/write-json.ts';
import { TemplateStop } from '../template-problem.ts';
import { notedText, type EncodingNotes, type ExpressionPlace, type FieldEncoder } from './field-encoder.ts';
import { refuseBrokenJson } from './refuse-broken-json.ts';
import { JsonPosition } from './json-position.ts';

/** For JSON bodies: escaped text inside a string, the JSON literal of the typed value anywhere else. */
export function jsonEncoder(): FieldEncoder {
  const position = new JsonPosition();
  return {
    literal: (text) => position.follow(text),
    value: (value, place, notes) => {
      // A value that finishes an escape of the template would change silently (`C:\` and `temp` make a tab).
      if (position.inEscape)
        throw new TemplateStop({ code: 'json-escape-open', offset: place.start, blame: place });
      if (!position.inString) return encodeAtValue(value, place, notes, position);
      const text = notedText(value, place, notes);
      if (!place.raw) return JSON.stringify(text).slice(1, -1);
      position.follow(text);
      return text;
    },
    finish: refuseBrokenJson,
  };
}

/** At a value position `null` is what an author means by it; only an unknown name is noteworthy. */
function encodeAtValue(
  value: Value | undefined,
  place: ExpressionPlace,
  notes: EncodingNotes,
  position: JsonPosition,
): string {
  if (value === undefined) notes.unknown(place);
  if (!place.raw || value === undefined || value === null) return writeJson(value ?? null);
  const text = valueText(value);
  position.follow(text);
  return text;
}
