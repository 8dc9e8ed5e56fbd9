// Secrets for the properties of masking.
import fc from 'fast-check';

/** Any well-formed text that is long enough to be searched for. */
export const searchableSecret: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }),
  fc.string({ unit: 'binary', minLength: 8, maxLength: 20 }),
  fc.stringMatching(/^[\w-]{8,40}$/),
  fc.string({ unit: fc.constantFrom('\\', '%', '"', '+', ' ', '/', '2', '5', 'u', 'n', 'a'), minLength: 8 }),
);
