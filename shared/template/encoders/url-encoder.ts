import type { Value } from '../../value/value.ts';
import { valueText } from '../../value/value-text.ts';
import { TemplateStop } from '../template-problem.ts';
import { notedText, type EncodingNotes, type ExpressionPlace, type FieldEncoder } from './field-encoder.ts';
import { percentEncode } from './percent-encode.ts';
import { refuseBrokenAddress } from './refuse-broken-address.ts';
import { UrlPosition } from './url-position.ts';

/** For base URLs (`start`) and for the path of an API Call, with query text and fragment (`path`). */
export function urlEncoder(startsIn: 'start' | 'path'): FieldEncoder {
  const position = new UrlPosition<ExpressionPlace>(startsIn, (place, segment) => {
    throw new TemplateStop({
      code: 'url-dot-segment',
      offset: place.start,
      blame: place,
      name: place.name,
      placeholders: { segment },
    });
  });
  return {
    literal: (text) => position.follow(text, null),
    value: (value, place, notes) => {
      const text = encode[position.part](value, place, notes);
      position.follow(text, place);
      return text;
    },
    finish: (text) => {
      position.end();
      if (startsIn === 'start') refuseBrokenAddress(text);
    },
  };
}

type Encode = (value: Value | undefined, place: ExpressionPlace, notes: EncodingNotes) => string;

const encode = {
  // What stands first may be a whole base URL and is written as is; the finished address is looked at.
  start: requiredHost,
  scheme: notedText,
  'scheme-colon': notedText,
  'scheme-slash': notedText,
  authority: encodeInAuthority,
  path: encodeInPath,
  query: encodeComponent,
  fragment: encodeComponent,
} satisfies Record<string, Encode>;

/** A value that ends the host or adds a user name would send the call, and its credentials, somewhere else. */
function encodeInAuthority(value: Value | undefined, place: ExpressionPlace): string {
  const text = requiredHost(value, place);
  const escape = /[/\\?#@\t\r\n]/.exec(text)?.[0];
  if (escape === undefined) return text;
  throw new TemplateStop({
    code: 'url-host-invalid',
    offset: place.start,
    blame: place,
    name: place.name,
    placeholders: { character: /\s/.test(escape) ? 'a tab or a line end' : escape },
  });
}

function requiredHost(value: Value | undefined, place: ExpressionPlace): string {
  const text = valueText(value ?? null);
  if (text !== '') return text;
  throw new TemplateStop({ code: 'url-host-missing', offset: place.start, blame: place, name: place.name });
}

/** A path that loses a part addresses something else: `DELETE /users/{{id}}` without an id the whole collection. */
function encodeInPath(value: Value | undefined, place: ExpressionPlace, notes: EncodingNotes): string {
  if (value === undefined || value === null) {
    throw new TemplateStop({
      code: 'url-path-value-missing',
      offset: place.at,
      blame: place,
      name: place.name,
      placeholders: { variable: place.name },
      sentence: `${place.name} is ${value === null ? 'null' : 'unknown'}, so the path would lose a part.`,
    });
  }
  const text = valueText(value);
  if (text === '') notes.warn('url-path-value-empty', place);
  return place.raw ? text : percentEncode(text);
}

function encodeComponent(value: Value | undefined, place: ExpressionPlace, notes: EncodingNotes): string {
  const text = notedText(value, place, notes);
  return place.raw ? text : percentEncode(text);
}
