import { z } from 'zod';

/** How what happened is held against what was expected. */
export const matcherWays = ['equal', 'contains', 'subset', 'matches', 'present', 'missing'] as const;

/**
 * What a value of a run has to be. What is expected stands there as `text`, as `json` (a text of JSON, so that every digit of a
 * number counts), or in the `column` of a row of data. Of several the last of these holds; of none, the empty text.
 *
 * `equal` converts nothing: the text "5" is not the number 5. `contains` is for texts and for items of a list. `subset` wants
 * every key of objects and every item of lists, in order, and leaves alone what there is besides. `matches` is a regular
 * expression in the syntax of RE2, found anywhere unless `^` and `$` tie it. `present` and `missing` expect no value.
 */
export const matcherSchema = z.strictObject({
  is: z.enum(matcherWays).default('equal'),
  text: z.string().optional(),
  json: z.string().optional(),
  column: z.string().optional(),
  /** The text of the column is JSON, as a number of a CSV file is. */
  columnIsJson: z.literal(true).optional(),
});

export type Matcher = z.infer<typeof matcherSchema>;
export type MatcherWay = (typeof matcherWays)[number];
