import { collectionHelpers } from './collection-helpers.ts';
import { comparisonHelpers } from './comparison-helpers.ts';
import { dateHelpers } from './date-helpers.ts';
import { encodingHelpers } from './encoding-helpers.ts';
import type { Helper } from './helper.ts';
import { numberHelpers } from './number-helpers.ts';
import { patternHelpers } from './pattern-helpers.ts';
import { textHelpers } from './text-helpers.ts';

/**
 * All helpers of templates, in the order in which they are listed. Completion, hover, the guide's table and the tests
 * of the examples are made from it; adding one here is all there is to do.
 */
export const helpers: readonly Helper[] = [
  ...comparisonHelpers,
  ...textHelpers,
  ...patternHelpers,
  ...numberHelpers,
  ...collectionHelpers,
  ...dateHelpers,
  ...encodingHelpers,
];

/** A map and no object, so that no name reaches a prototype. */
const byName: ReadonlyMap<string, Helper> = new Map(helpers.map((helper) => [helper.name, helper]));

/** The names of all helpers. */
export const helperNames: readonly string[] = helpers.map((helper) => helper.name);

/** The helper with a name. */
export function helperNamed(name: string): Helper | undefined {
  return byName.get(name);
}
