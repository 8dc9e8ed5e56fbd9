import type { VariableChange } from '../nodes/set-variables-node.ts';
import type { FlowInput } from '../nodes/start-node.ts';
import type { FlowNames } from './flow-names.ts';
import type { Flow } from './flow.ts';

/**
 * A place of a flow: a node, the default of one of the Start's inputs, which can use the inputs above it, or the value of a
 * change, which sees what the changes above it made.
 */
export interface FlowPlace {
  readonly flow: Flow;
  readonly names: FlowNames;
  readonly nodeId: string;
  readonly inputsAbove?: readonly FlowInput[];
  readonly changesAbove?: readonly VariableChange[];
}
