import { z } from 'zod';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { answersSchema, type Answers } from '../answers-file.ts';
import { readGiven } from './read-given.ts';

/** Answers for a flow without a scenario: texts in the order of the questions, perhaps with what an `answers.json` has besides. */
export const givenAnswersSchema = z.union([
  z.array(z.string()),
  z.strictObject({
    flow: answersSchema.shape.flow.optional(),
    environment: answersSchema.shape.environment.optional(),
    inputs: answersSchema.shape.inputs.default({}),
    answers: answersSchema.shape.answers.default([]),
  }),
]);

/** What was given; a flow or an environment that the file does not name is for the options to say. */
export type GivenAnswers = Pick<Answers, 'inputs' | 'answers'> & {
  readonly [Key in 'flow' | 'environment']?: Answers[Key] | undefined;
};

/** Reads the file of `--answers`. The failure is a sentence. */
export async function readGivenAnswers(file: string): Promise<Outcome<GivenAnswers, string>> {
  const text = await readGiven(file);
  if (!text.ok) return text;
  const read = givenAnswersSchema.safeParse(plainJson(text.value));
  if (!read.success)
    return failed(
      `${file} is no list of texts, and no object with "inputs" and "answers" of texts, perhaps with the names of a "flow" and an "environment".`,
    );
  return succeeded(Array.isArray(read.data) ? { inputs: {}, answers: read.data } : read.data);
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
