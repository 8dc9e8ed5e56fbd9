import { notedText, type FieldEncoder } from './field-encoder.ts';

/** For fields whose text goes nowhere that has a syntax, and for rows, which are encoded once and later. */
export const textEncoder: FieldEncoder = {
  literal() {
    // Literal text changes nothing about the position.
  },
  value: notedText,
};
