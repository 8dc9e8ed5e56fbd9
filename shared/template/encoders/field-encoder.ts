import type { Value } from '../../value/value.ts';
import { valueText } from '../../value/value-text.ts';
import type { RenderedSegment, TemplateWarningCode } from '../rendered.ts';

/**
 * Writes the values of one rendering for one kind of field. It sees everything that is emitted, in order, so that it
 * always knows the position that a value comes to stand at; it is made anew for each rendering.
 */
export interface FieldEncoder {
  /** Takes note of literal text, which is emitted as it stands. */
  literal(text: string, offset: number): void;
  /** The text to emit for a value; `undefined` is an unknown one. */
  value(value: Value | undefined, place: ExpressionPlace, notes: EncodingNotes): string;
  /** Looks at the whole; throws a `TemplateStop` where it cannot be used. */
  finish?(text: string, segments: readonly RenderedSegment[], source: string): void;
}

/** An expression in the source, as far as encoders and warnings need it. */
export interface ExpressionPlace {
  /** With its braces. */
  readonly start: number;
  readonly end: number;
  /** Where its name begins: the path, or the helper. */
  readonly at: number;
  readonly name: string;
  /** All names that it reads. */
  readonly names: readonly string[];
  /** Three braces: emitted as is. */
  readonly raw: boolean;
}

/** Where encoders report what is noteworthy about a value. */
export interface EncodingNotes {
  /** A warning, or the end of the rendering in strict mode. */
  unknown(place: ExpressionPlace): void;
  warn(code: TemplateWarningCode, place: ExpressionPlace): void;
}

/** The text of a value where `null` and unknown are empty text and noteworthy. */
export function notedText(value: Value | undefined, place: ExpressionPlace, notes: EncodingNotes): string {
  if (value === undefined) notes.unknown(place);
  else if (value === null) notes.warn('null-value', place);
  return valueText(value ?? null);
}
