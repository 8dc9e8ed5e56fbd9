import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';

/** How to run a flow without a person: names of the flow and its environment, and texts for its inputs and prompts. */
export const answersSchema = z.strictObject({
  /** The flow, by its name. */
  flow: z.string(),
  /** The environment, by its name; `null` runs without one. */
  environment: z.string().nullable(),
  /** Texts for the inputs of the flow's Start, by name. */
  inputs: z.record(z.string(), z.string()),
  /** What to answer, in the order of the questions. A refused answer counts: the next one is given after it. */
  answers: z.array(z.string()),
});

export type Answers = z.infer<typeof answersSchema>;

/** Reads an `answers.json`; the failure is a sentence. */
export async function readAnswers(file: string): Promise<Outcome<Answers, string>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return failed(`${file} cannot be read.`);
  const parsed = answersSchema.safeParse(plainJson(text));
  if (parsed.success) return succeeded(parsed.data);
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  return failed(`${file} is not as the README of the examples describes${place}.`);
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
