import type { Flow } from '#shared/flow/flow.ts';
import { readInputs } from '#shared/interpreter/given-inputs.ts';
import { readVariables } from '#shared/interpreter/given-variables.ts';
import type { BeginInput } from '#shared/interpreter/run-input.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import type { RunFailure } from '#shared/ipc/channels/run-channels.ts';
import type { ChannelInput } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';

/** How a run of a flow begins: at its Start with inputs, or at any node with variables. */
export function runBeginning(
  flow: Flow,
  { inputs, from }: Pick<ChannelInput<'run.start'>, 'inputs' | 'from'>,
): Outcome<Omit<BeginInput, 'at' | 'type'>, RunFailure> {
  if (from !== undefined) return beginningAt(flow, from);
  if (!flow.nodes.some((node) => node.kind === 'start'))
    return failed(failure('start-missing', `"${flow.name}" has no Start. Add one to run it.`));
  const read = readInputs(flow, inputs);
  return read.ok ? succeeded({ inputs: plainVariables(read.value), from: null }) : read;
}

function beginningAt(
  flow: Flow,
  { nodeId, variables }: NonNullable<ChannelInput<'run.start'>['from']>,
): Outcome<Omit<BeginInput, 'at' | 'type'>, RunFailure> {
  if (!flow.nodes.some((node) => node.id === nodeId))
    return failed(failure('node-missing', 'The node to run from is not in the saved flow.'));
  const read = readVariables(flow, variables);
  return read.ok ? succeeded({ inputs: {}, from: { nodeId, variables: plainVariables(read.value) } }) : read;
}

function failure(code: RunFailure['code'], message: string): RunFailure {
  return { code, message, field: null };
}
