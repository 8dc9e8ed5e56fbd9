import { flowNames } from '#shared/flow/flow-names.ts';
import { hasSameStructure, hasSameWays } from '#shared/flow/flow-structure.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowPlace } from '#shared/flow/flow-place.ts';

type Known = Pick<FlowPlace, 'flow' | 'names'>;

/** Of the flow that was looked at last; there is one inspector, and typing in it must not analyse the flow again. */
let known: Known | null = null;

/**
 * What a flow's structure tells about its names: the same object for as long as nothing of it changes, whatever is typed into
 * templates. A node called otherwise or another default makes a new one, without another analysis.
 */
export function flowNamesOf(flow: Flow): Known {
  if (known === null || !hasSameWays(known.flow, flow)) known = { flow, names: flowNames(flow) };
  else if (!hasSameStructure(known.flow, flow)) known = { flow, names: known.names };
  return known;
}
