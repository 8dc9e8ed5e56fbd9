import { bundleReach } from '#shared/bundle/bundle-reach.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';

/** The documents of a workspace, before a change or after it. */
export type Documents = readonly WorkspaceDocument[];

/**
 * The scenarios whose runs a change may have touched, by their ids: those whose own file, flow, sub-flows, endpoints,
 * environments, fixtures or sent files are others than before.
 *
 * @param files the names of files to send that were written
 */
export function affectedScenarios(
  before: Documents,
  after: Documents,
  files: readonly string[],
): ReadonlySet<string> {
  const changed = new Set([...changedIds(before, after), ...files]);
  const affected = after
    .filter((document) => document.format === 'flowbench.scenario')
    .filter((scenario) =>
      [...neededBy(scenario, before), ...neededBy(scenario, after)].some((each) => changed.has(each)),
    );
  return new Set(affected.map(({ id }) => id));
}

function changedIds(before: Documents, after: Documents): readonly string[] {
  const texts = (documents: Documents) =>
    new Map<string, string>(documents.map((document) => [document.id, JSON.stringify(document)]));
  const [old, now] = [texts(before), texts(after)];
  return [...old.keys(), ...now.keys()].filter((id) => old.get(id) !== now.get(id));
}

/** The ids and the names of files of everything that a scenario is run with; another scenario of its flow is not. */
function neededBy(scenario: Scenario, documents: Documents): readonly string[] {
  const { documents: reached, files } = bundleReach(documents, {
    flows: [scenario.flow],
    environments: scenario.environment === null ? [] : [scenario.environment],
  });
  const needed = reached.filter((each) => each.format !== 'flowbench.scenario' && !isOthers(each, scenario));
  return [scenario.id, scenario.flow, ...needed.map(({ id }) => id), ...files];
}

/** Whether it is an environment that only other scenarios run in. */
function isOthers(document: WorkspaceDocument, { environment }: Scenario): boolean {
  return (
    document.format === 'flowbench.environment' && document.defaults !== true && document.id !== environment
  );
}
