import type { EnvironmentId } from '#shared/ids/ids.ts';
import type { EnvironmentWords } from '#shared/flow/names-here.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { Linter } from '#shared/lint/linter.ts';
import { speaksToSample } from '../../sample/speaks-to-sample.ts';
import type { LoadedWorkspace } from '../run/loaded-workspace.ts';

/** A finding, and the names of the environments that it holds in; `null` where it holds whichever is taken. */
export interface EnvironmentFinding extends Finding {
  readonly environments: readonly string[] | null;
}

/**
 * What is found in a workspace with one environment, or with each in turn, and without any where there is none. What is
 * found with several is one finding.
 *
 * @param only the id of the one environment to look with; `null` for all
 */
export function findingsByEnvironment(
  workspace: LoadedWorkspace,
  only: EnvironmentId | null,
): readonly EnvironmentFinding[] {
  const looked = workspace.environments.filter(({ defaults, id }) =>
    only === null ? defaults !== true : id === only,
  );
  const look = lookThrough(workspace);
  if (looked.length === 0) return look(null, 'an environment').map(everywhere);
  const found = new Map<string, { readonly finding: Finding; readonly environments: string[] }>();
  for (const { id, name } of looked)
    for (const [key, finding] of keyed(look(id, 'the environment'))) {
      const known = found.get(key) ?? { finding, environments: [] };
      known.environments.push(name);
      found.set(key, known);
    }
  return [...found.values()].map(({ environments, finding }) =>
    environments.length === looked.length ? everywhere(finding) : { ...finding, environments },
  );
}

const everywhere = (finding: Finding): EnvironmentFinding => ({ ...finding, environments: null });

/** One linter for all, which remembers what no environment changes. */
function lookThrough({ endpoints, environments, fixtures, flows, scenarios, silenced }: LoadedWorkspace) {
  const linter = new Linter();
  const extraNames = speaksToSample(endpoints) ? ['@sample'] : [];
  const around = { flows, endpoints, environments, scenarios, fixtures, extraNames, silenced };
  return (activeEnvironmentId: string | null, environmentWords: EnvironmentWords): readonly Finding[] =>
    linter.lint({ ...around, activeEnvironmentId, environmentWords });
}

/** Findings by what they say and where; those that say the same of the same place are told apart by their order. */
function keyed(findings: readonly Finding[]): readonly (readonly [string, Finding])[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const { message, place, ruleId, silenced } = finding;
    const key = JSON.stringify([ruleId, place, message, silenced]);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    return [`${key} ${String(time)}`, finding];
  });
}
