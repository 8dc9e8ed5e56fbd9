import type { SubFlowConfig } from '../nodes/sub-flow-node.ts';
import { placeOfText, type NodeText, type TextChange } from './node-text.ts';

/** The label of the field for an input of another flow. */
export const givenInputLabel = (name: string): string => `Input ${name}`;

/** The settings of a node that runs another flow, with its texts changed. An output or reason that nobody wants has no name, and is no place. */
export function changedSubFlow(config: SubFlowConfig, change: TextChange): SubFlowConfig {
  const inputs = config.inputs.map((each) => ({
    ...each,
    value: change(each.value, placeOfText(givenInputLabel(each.name))),
  }));
  const outputs = config.outputs.map((each, at) => {
    const place = (kind: NodeText['kind'], cell: string) =>
      placeOfText('Outputs', { kind, row: { number: at + 1, cell } });
    const variable = change(each.variable, place('variable', 'Variable'));
    return { variable, value: change(each.value, place('inner', 'Value')) };
  });
  const stored = (name: string, field: string) =>
    name === '' ? name : change(name, placeOfText(field, { kind: 'variable' }));
  const resultVariable = stored(config.resultVariable, 'Result');
  return {
    ...config,
    inputs,
    outputs,
    resultVariable,
    reasonVariable: stored(config.reasonVariable, 'Reason'),
  };
}
