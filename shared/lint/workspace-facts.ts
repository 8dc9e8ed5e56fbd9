import type { Endpoint } from '../endpoint/endpoint.ts';
import { defaultsAmong, environmentSecrets } from '../environment/environment-layers.ts';
import { environmentVariables } from '../environment/environment-variables.ts';
import type { Environment } from '../environment/environment.ts';
import { surroundingNames } from '../environment/surrounding-names.ts';
import type { EnvironmentNames, EnvironmentWords } from '../flow/names-here.ts';
import type { SeenTallies } from '../flow/known-names.ts';
import type { Fixture } from '../fixture/fixture.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Flow } from '../flow/flow.ts';
import { areSameAround } from './flows-around.ts';
import type { SilencedRule } from './silenced-rule.ts';
import type { SecretState } from '../secret/secret-state.ts';
import { systemNames } from '../template/system-names.ts';
import type { KnownName } from '../template/language/template-knowledge.ts';
import type { ValueObject } from '../value/value.ts';

/** What is known of a fixture: that it is there, and mostly what it is called and made for. */
export type LintFixture = Pick<Fixture, 'id'> & Partial<Pick<Fixture, 'name' | 'node'>>;

/** What is looked through, and what is known beside it. */
export interface LintWorkspace {
  readonly flows: readonly Flow[];
  readonly endpoints: readonly Endpoint[];
  readonly environments: readonly Environment[];
  readonly scenarios?: readonly Scenario[];
  /** What scenarios may take to stand in; looked at for nothing else. */
  readonly fixtures?: readonly LintFixture[];
  readonly activeEnvironmentId: string | null;
  /** What findings call that environment where it is not the active one of a window; absent, it is. */
  readonly environmentWords?: EnvironmentWords;
  /** What is known of the secrets of endpoints, by endpoint: never a value. Of one that is absent nothing is said. */
  readonly secretStates?: Readonly<Record<string, readonly SecretState[]>>;
  /** Names with their `@` that this workspace has beside the system names, such as `@sample`. */
  readonly extraNames?: readonly string[];
  /** The rules that are told of nothing here, with the reasons; absent where there is none. */
  readonly silenced?: readonly SilencedRule[] | undefined;
  /** What runs have stored, by flow. */
  readonly seen?: ReadonlyMap<string, SeenTallies>;
}

/** What surrounds every flow, made ready for the rules. */
export interface WorkspaceFacts {
  readonly workspace: LintWorkspace;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  /** All flows, as they were when something of them changed that other flows depend on. */
  readonly flows: ReadonlyMap<string, Flow>;
  readonly environment: Environment | null;
  /** The values that hold: of the active environment, else of the defaults. */
  readonly values: ValueObject;
  readonly names: EnvironmentNames;
  /** All names with an `@` that have a value outside loops. */
  readonly systemNames: ReadonlySet<string>;
  /** What is known of the values of names that no flow sets. */
  readonly known: readonly KnownName[];
}

/** Makes ready what surrounds the flows of a workspace. */
export function workspaceFacts(workspace: LintWorkspace): WorkspaceFacts {
  const { endpoints, environments, activeEnvironmentId, extraNames = [] } = workspace;
  const environment = environments.find(({ id }) => id === activeEnvironmentId) ?? null;
  const layers = { active: environment, defaults: defaultsAmong(environments) };
  const values = environmentVariables(layers.active, layers.defaults);
  return {
    workspace,
    endpoints: new Map(endpoints.map((endpoint) => [endpoint.id, endpoint])),
    flows: new Map(workspace.flows.map((flow) => [flow.id, flow])),
    environment,
    values,
    names: {
      values: new Set(Object.keys(values)),
      secrets: new Set(environmentSecrets(layers).keys()),
      words: workspace.environmentWords ?? (environment === null ? 'none' : undefined),
    },
    known: [
      ...surroundingNames({ environment: values, secrets: new Set(), flow: null }),
      ...extraNames.map((name): KnownName => ({
        name,
        origin: 'system',
        set: 'always',
        setBy: [],
        shape: null,
      })),
    ],
    systemNames: new Set([...systemNames.map(({ name }) => name), '@root', ...extraNames]),
  };
}

/** Whether two versions of a workspace surround a flow in the same way; with `null` whether they surround every flow so. */
export function hasSameSurroundings(
  before: LintWorkspace,
  after: LintWorkspace,
  flowId: string | null,
): boolean {
  return (
    areSameAround(before.flows, after.flows, flowId) &&
    areSame(before.endpoints, after.endpoints) &&
    areSame(before.environments, after.environments) &&
    before.activeEnvironmentId === after.activeEnvironmentId &&
    before.environmentWords === after.environmentWords &&
    before.extraNames === after.extraNames &&
    (flowId === null || before.seen?.get(flowId) === after.seen?.get(flowId))
  );
}

function areSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((each, at) => each === after[at]);
}
