import { getRandomValues } from 'node:crypto';
import { z } from 'zod';
import { newId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { readGiven } from './read-given.ts';
import { jobsOf, type Choice, type ChosenJobs } from './chosen-jobs.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';
import { environmentNamed, flowNamed } from './named-documents.ts';

/** Answers for a flow without a scenario: texts in the order of the questions, perhaps with texts for its inputs. */
const givenAnswersSchema = z.union([
  z.array(z.string()),
  z.strictObject({
    inputs: z.record(z.string(), z.string()).default({}),
    answers: z.array(z.string()).default([]),
  }),
]);

/** One flow to be run with answers from a file, as a scenario that expects nothing but a normal end. */
export async function answersJobs(
  workspace: LoadedWorkspace,
  file: string,
  { options, rows }: Choice,
): Promise<Outcome<ChosenJobs, string>> {
  const [name, another] = options.flows;
  if (name === undefined || another !== undefined)
    return failed('--answers runs one flow: say which with --flow.');
  const found = flowNamed(workspace.flows, name);
  if (!found.ok) return found;
  const flow = found.value;
  const active = environmentNamed(workspace, options.environment);
  if (!active.ok) return active;
  const text = await readGiven(file);
  if (!text.ok) return text;
  const answers = givenAnswersSchema.safeParse(plainJson(text.value));
  if (!answers.success)
    return failed(`${file} is no list of texts, and no object with "inputs" and "answers" of texts.`);
  const given = Array.isArray(answers.data) ? { inputs: {}, answers: answers.data } : answers.data;
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: newId('sc', getRandomValues),
    name: 'with given answers',
    flow: flow.id,
    inputs: Object.entries(given.inputs).map(([input, value]) => ({ name: input, value })),
    answers: given.answers.map((each) => ({ text: each })),
  });
  const jobs = jobsOf([scenario], active.value, { options, rows }, workspace);
  return succeeded({ jobs, whole: jobs.length, scenarios: [scenario] });
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
