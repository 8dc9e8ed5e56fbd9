import { z } from 'zod';
import { answerTypes } from '../nodes/answer-types.ts';

/** A choice as a person sees it, its templates rendered. */
export const shownChoiceSchema = z.strictObject({
  /** The exit of the choice. */
  id: z.string(),
  label: z.string(),
  /** What is stored when it is picked. */
  value: z.string(),
});

/** What answer a question wants: enough to show fitting controls, and to say what fits before anything is sent. */
export const wantedAnswerSchema = z.strictObject({
  answerType: z.enum(answerTypes),
  /** In the order in which they are numbered, from 1; for a choice only. */
  choices: z.array(shownChoiceSchema).optional(),
  /** Dates as `YYYY-MM-DD`. */
  earliest: z.string().optional(),
  latest: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  whole: z.boolean().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
});

export type ShownChoice = z.infer<typeof shownChoiceSchema>;
export type WantedAnswer = z.infer<typeof wantedAnswerSchema>;
