// Generates boxes such as cards have: at whole pixels, of whole sizes.
import fc from 'fast-check';
import type { Box } from '#shared/flow/box.ts';

/** Any box of a card's size, near enough to others that some line up. */
export const anyBox: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: -600, max: 600 }),
  y: fc.integer({ min: -600, max: 600 }),
  width: fc.integer({ min: 1, max: 240 }),
  height: fc.integer({ min: 1, max: 200 }),
});
