import { createContext, use, type ReactNode } from 'react';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { Fault } from '#shared/stand-in/fault.ts';
import type { ScenarioNodes } from './scenario-nodes.ts';

/** The fields of a fault, which another feature has. */
export type FaultFieldsOf = (fault: Fault, onChange: (fault: Fault) => void) => ReactNode;

/** What every part of a scenario's form goes by. */
export interface ScenarioForm {
  readonly scenario: Scenario;
  /** The nodes that a run of it may come to. */
  readonly nodes: ScenarioNodes;
  /** `field` as `documentEdited` takes it. */
  readonly edit: (change: (before: Scenario) => Scenario, field: string | null) => void;
  readonly faultFields: FaultFieldsOf;
}

export const ScenarioFormContext = createContext<ScenarioForm | null>(null);

/** The form around a part of it. */
export function useScenarioForm(): ScenarioForm {
  const form = use(ScenarioFormContext);
  if (form === null) throw new Error('A part of the form of a scenario stands outside of one.');
  return form;
}
