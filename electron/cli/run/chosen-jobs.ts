import type { Flow } from '#shared/flow/flow.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { rowsOfScenario, type DataRow } from '#shared/scenario/data-rows.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { shardOf, type Timings } from '#shared/scenario/shard.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';
import { environmentNamed, isMeant, nothingNamed } from './named-documents.ts';
import type { ReportedScenario } from './reporters/reporter.ts';
import type { RunOptions } from './run-options.ts';

/** A scenario to run, with a row of data where it has any. */
export interface Job {
  readonly scenario: Scenario;
  readonly row: DataRow | null;
  readonly reported: ReportedScenario;
}

/** What was chosen, and this part of it. */
export interface ChosenJobs {
  /** Those of this part, in their order. */
  readonly jobs: readonly Job[];
  /** How many there are in all parts together. */
  readonly whole: number;
  /** The scenarios of all parts together. */
  readonly scenarios: readonly Scenario[];
}

/** What is chosen by, besides the options. */
export interface Choice {
  readonly options: Pick<
    RunOptions,
    'flows' | 'scenarios' | 'tags' | 'environment' | 'variables' | 'timeoutMs' | 'seed' | 'shard'
  >;
  /** Rows of a file, which take the place of each scenario's own. */
  readonly rows: readonly DataRow[] | null;
  readonly timings: Timings;
}

/** The scenarios that were asked for, each with its rows. The failure says in a sentence what there is none of. */
export function chosenJobs(workspace: LoadedWorkspace, choice: Choice): Outcome<ChosenJobs, string> {
  const { environment, flows, scenarios, shard, tags } = choice.options;
  const unknown = unknownName(workspace, choice.options);
  if (unknown !== null) return failed(unknown);
  const active = environmentNamed(workspace, environment);
  if (!active.ok) return active;
  const flowName = flowNames(workspace.flows);
  const chosen = workspace.scenarios.filter(
    ({ flow, id, name, tags: own }) =>
      fits(flows, [flow, flowName(flow)]) && fits(scenarios, [id, name]) && fits(tags, own),
  );
  if (chosen.length === 0)
    return failed(
      workspace.scenarios.length === 0
        ? 'The workspace has no scenarios. Write one into scenarios/, or run one flow with --flow and --answers.'
        : 'No scenario is all that was asked for: look at --flow, --scenario and --tag.',
    );
  const part = shard === null ? chosen : shardOf(chosen, shard, choice.timings);
  const mine = new Set(part.map(({ id }) => id));
  const all = jobsOf(chosen, active.value, choice, workspace);
  return succeeded({
    jobs: all.filter(({ scenario }) => mine.has(scenario.id)),
    whole: all.length,
    scenarios: chosen,
  });
}

/** Says in a sentence which of the names that were given nothing has; `null` where all are known. */
function unknownName(
  { flows, scenarios }: LoadedWorkspace,
  options: Pick<RunOptions, 'flows' | 'scenarios' | 'tags'>,
): string | null {
  const tags = scenarios.flatMap((each) => each.tags).map((name) => ({ id: name, name }));
  const known = {
    flow: [options.flows, flows],
    scenario: [options.scenarios, scenarios],
    tag: [options.tags, tags],
  } as const;
  for (const kind of ['flow', 'scenario', 'tag'] as const) {
    const [given, all] = known[kind];
    const unknown = given.find((name) => !all.some((each) => isMeant(each, name)));
    if (unknown !== undefined) {
      const names = all.map(({ name }) => name);
      return nothingNamed(kind, unknown, names);
    }
  }
  return null;
}

/** The rows and settings of some scenarios, as options change them, each with its place. */
export function jobsOf(
  scenarios: readonly Scenario[],
  active: Scenario['environment'] | 'its own',
  choice: Pick<Choice, 'options' | 'rows'>,
  workspace: Pick<LoadedWorkspace, 'fileOf' | 'flows'>,
): readonly Job[] {
  const jobs = scenarios.flatMap((scenario) => jobsOfOne(scenario, active, choice, workspace));
  return jobs.map((job, at) => ({ ...job, reported: { ...job.reported, place: at + 1 } }));
}

type JobWithoutPlace = Omit<Job, 'reported'> & { readonly reported: Omit<ReportedScenario, 'place'> };

function jobsOfOne(
  scenario: Scenario,
  active: Scenario['environment'] | 'its own',
  { options, rows }: Pick<Choice, 'options' | 'rows'>,
  workspace: Pick<LoadedWorkspace, 'fileOf' | 'flows'>,
): readonly JobWithoutPlace[] {
  const { seed, timeoutMs, variables } = options;
  const given: Scenario = {
    ...scenario,
    inputs: [...scenario.inputs, ...variables.map(([name, value]) => ({ name, value }))],
    ...(active === 'its own' ? {} : { environment: active }),
    ...(seed === null ? {} : { seed }),
    limits: { ...scenario.limits, ...(timeoutMs === null ? {} : { timeoutMs }) },
  };
  const { id, name } = scenario;
  const reported = (row: number | null): JobWithoutPlace['reported'] => ({
    id,
    name,
    flow: flowNames(workspace.flows)(scenario.flow),
    file: workspace.fileOf(id),
    row,
  });
  const all = rows ?? rowsOfScenario(scenario);
  if (all.length === 0) return [{ scenario: given, row: null, reported: reported(null) }];
  return all.map((row, at) => ({
    scenario: given,
    row: withoutGiven(row, variables),
    reported: reported(at + 1),
  }));
}

/** What was given as an argument comes before what stands in a row. */
function withoutGiven(row: DataRow, variables: RunOptions['variables']): DataRow {
  const given = variables.filter(([name]) => Object.hasOwn(row, name));
  return given.length === 0 ? row : { ...row, ...Object.fromEntries(given) };
}

function flowNames(flows: readonly Flow[]): (id: string) => string {
  const names = new Map<string, string>(flows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? 'a flow that is gone';
}

function fits(wanted: readonly string[], has: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((each) => has.includes(each));
}
