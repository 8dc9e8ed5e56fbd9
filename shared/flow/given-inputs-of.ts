import type { FlowInput } from '../nodes/start-node.ts';
import type { SubFlowConfig } from '../nodes/sub-flow-node.ts';
import type { Flow } from './flow.ts';

/** An input of the flow that a node runs, with what it is given; `declared` is `null` where that flow has no such input. */
export interface ShownInput {
  readonly name: string;
  readonly value: string;
  readonly declared: FlowInput | null;
}

/** The inputs of a flow that is run, in its order, and after them what is given to inputs that it does not have. */
export function givenInputsOf(
  { inputs }: Pick<SubFlowConfig, 'inputs'>,
  flow: Flow | undefined,
): readonly ShownInput[] {
  const declared = flow?.nodes.find((node) => node.kind === 'start')?.config.inputs ?? [];
  const valueOf = (name: string) => inputs.find((each) => each.name === name)?.value ?? '';
  const names = new Set(declared.map(({ name }) => name));
  return [
    ...declared.map((input) => ({ name: input.name, value: valueOf(input.name), declared: input })),
    ...inputs
      .filter(({ name }) => !names.has(name))
      .map(({ name, value }) => ({ name, value, declared: null })),
  ];
}

/** The inputs with one given otherwise, in the order in which the flow that is run has them; empty text gives nothing. */
export function withGivenInput(
  config: Pick<SubFlowConfig, 'inputs'>,
  flow: Flow | undefined,
  name: string,
  value: string,
): SubFlowConfig['inputs'] {
  return givenInputsOf(config, flow)
    .map((each) => (each.name === name ? { name, value } : { name: each.name, value: each.value }))
    .filter((each) => each.value !== '');
}

/** The inputs that a run of the flow would want and is not given. */
export function inputsNotGiven(config: Pick<SubFlowConfig, 'inputs'>, flow: Flow): readonly FlowInput[] {
  return givenInputsOf(config, flow).flatMap(({ declared, value }) =>
    declared !== null && declared.required && declared.default === null && value === '' ? [declared] : [],
  );
}
