import type { EnvironmentId, FlowId, ScenarioId } from '../ids/ids.ts';
import { scenarioSchema, type Scenario } from './scenario.ts';

/** What a new scenario is about. */
export interface NewScenario {
  readonly id: ScenarioId;
  readonly name: string;
  readonly flow: FlowId;
  /** `null` runs it without an environment. */
  readonly environment: EnvironmentId | null;
}

/** A scenario that answers nothing yet and expects no more than that its flow ends normally. */
export function newScenario(about: NewScenario): Scenario {
  return scenarioSchema.parse({ format: 'flowbench.scenario', version: 1, ...about });
}
