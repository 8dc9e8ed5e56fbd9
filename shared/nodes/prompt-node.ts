import { z } from 'zod';
import { choiceIdSchema } from '../ids/ids.ts';
import { answerTypes, answerTypeTitles } from './answer-types.ts';
import { nodeBase } from './node-base.ts';

/** One of the answers that a Prompt offers. Both texts are templates; without a value the label is what is stored. */
export const promptChoiceSchema = z.strictObject({
  /** Names the choice's exit, so that a connection stays when the label is written anew. */
  id: choiceIdSchema,
  label: z.string(),
  value: z.string().default(''),
});

const length = z.number().int().min(1).max(100_000);

/** What a text has to be; the pattern is one of RE2, found anywhere unless `^` and `$` tie it to the ends. */
const textRulesSchema = z.strictObject({
  minLength: length.optional(),
  maxLength: length.optional(),
  pattern: z.string().optional(),
  /** A template: said where the pattern is not found. */
  patternText: z.string().optional(),
});

const numberRulesSchema = z.strictObject({
  min: z.number().optional(),
  max: z.number().optional(),
  whole: z.boolean().optional(),
});

/** Both are templates of a date, rendered when the question is asked. */
const dateRulesSchema = z.strictObject({
  earliest: z.string().optional(),
  latest: z.string().optional(),
});

/**
 * Asks and stores the answer. An answer that does not fit the type and its rules is refused with `retryText` (or a
 * sentence of ours where it is empty); after `limit` refusals the node leaves by `no-answer`. `null` asks without end.
 * The rules of other types are kept, so that trying another type loses nothing; what was never set is in no file.
 */
export const promptNodeSchema = z.strictObject({
  kind: z.literal('prompt'),
  ...nodeBase,
  config: z.strictObject({
    text: z.string(),
    answerType: z.enum(answerTypes).default('text'),
    variable: z.string(),
    textRules: textRulesSchema.optional(),
    numberRules: numberRulesSchema.optional(),
    dateRules: dateRulesSchema.optional(),
    choices: z.array(promptChoiceSchema).optional(),
    retryText: z.string().default(''),
    limit: z.number().int().min(1).max(100).nullable().default(3),
  }),
});

export type PromptNode = z.infer<typeof promptNodeSchema>;
export type PromptConfig = PromptNode['config'];
export type PromptChoice = z.infer<typeof promptChoiceSchema>;

/** The choices that a Prompt offers, each by the exit of its own; none where it asks for something else. */
export function choicesOffered({ answerType, choices = [] }: PromptConfig): readonly PromptChoice[] {
  if (answerType !== 'choice') return [];
  // A file written by hand may have an id twice; an exit can be there once only.
  return choices.filter(({ id }, at) => choices.findIndex((each) => each.id === id) === at);
}

/** What a Prompt asks for, in a word or two: `number`, `choice of 3`. */
export function answerWords(config: PromptConfig): string {
  const word = answerTypeTitles[config.answerType].toLowerCase();
  return config.answerType === 'choice' ? `${word} of ${String(choicesOffered(config).length)}` : word;
}
