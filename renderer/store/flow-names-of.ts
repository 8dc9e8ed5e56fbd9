import { flowNames } from '#shared/flow/flow-names.ts';
import { hasSameStructure } from '#shared/flow/flow-structure.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowPlace } from '#shared/flow/names-here.ts';

type Known = Pick<FlowPlace, 'flow' | 'names'>;

/** Of the flow that was looked at last; there is one inspector, and typing in it must not analyse the flow again. */
let known: Known | null = null;

/** What a flow's structure tells about its names: the same object as long as no structure changes, whatever is typed. */
export function flowNamesOf(flow: Flow): Known {
  if (known === null || !hasSameStructure(known.flow, flow)) known = { flow, names: flowNames(flow) };
  return known;
}
