import { flowInputs } from '../../interpreter/given-inputs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { nearestName } from '../../template/nearest-name.ts';
import type { Fix } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { scenarioFix } from '../scenario-fixes.ts';

/** Texts of a scenario for inputs that its flow does not have. */
export const scenarioInputUnknown: LintRule = {
  id: 'scenario-input-unknown',
  severity: 'warning',
  why: 'The text goes nowhere: most likely the input was renamed or removed.',
  doc: 'Told for a scenario that gives a text to an input which the Start of its flow does not declare. Columns of its data may have other names.',
  checks: {
    scenario: (scenario, { flow }) => {
      if (flow === null) return [];
      const declared = flowInputs(flow).map(({ name }) => name);
      const unknown = new Set(
        scenario.inputs.map(({ name }) => name).filter((name) => !declared.includes(name)),
      );
      return [...unknown].map((name) => ({
        message: `"${flow.name}" has no input ${name}.`,
        at: { field: `Input ${name}` },
        fixes: fixesOf(scenario, name, declared),
      }));
    },
  },
};

/** The input that was most likely meant, where nothing is given to that yet; else there is only to remove it. */
function fixesOf(scenario: Scenario, name: string, declared: readonly string[]): readonly Fix[] {
  const given = new Set(scenario.inputs.map((each) => each.name));
  const nearest = nearestName(
    name,
    declared.filter((each) => !given.has(each)),
  );
  return [
    ...(nearest === null ? [] : [renamed(name, nearest)]),
    scenarioFix(`Remove the input ${name}`, ({ inputs, ...before }) => ({
      ...before,
      inputs: inputs.filter((each) => each.name !== name),
    })),
  ];
}

const renamed = (name: string, to: string): Fix =>
  scenarioFix(`Give the text to the input ${to}`, ({ inputs, ...before }) => ({
    ...before,
    inputs: inputs.map((each) => (each.name === name ? { ...each, name: to } : each)),
  }));
