import { getRandomValues } from 'node:crypto';
import { newId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { readGivenAnswers } from './given-answers.ts';
import { jobsOf, type Choice, type ChosenJobs } from './chosen-jobs.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';
import { environmentNamed, flowNamed } from './named-documents.ts';

/** One flow to be run with answers from a file, as a scenario that expects nothing but a normal end. */
export async function answersJobs(
  workspace: LoadedWorkspace,
  file: string,
  { options, rows }: Choice,
): Promise<Outcome<ChosenJobs, string>> {
  const read = await readGivenAnswers(file);
  if (!read.ok) return read;
  const given = read.value;
  // What is said in an argument comes before what stands in the file.
  const [name = given.flow, another] = options.flows;
  if (name === undefined || another !== undefined)
    return failed('--answers runs one flow: say which with --flow.');
  const found = flowNamed(workspace.flows, name);
  if (!found.ok) return found;
  const flow = found.value;
  const active = environmentNamed(workspace, options.environment ?? given.environment ?? null);
  if (!active.ok) return active;
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
