import {
  alignedPlaces,
  distributedPlaces,
  type Alignment,
  type BoxesById,
} from '#shared/flow/align-boxes.ts';
import type { Axis } from '#shared/flow/box.ts';
import { collapsedGroupsOf } from '../../store/collapsed-groups.ts';
import { selectionOf } from '../../store/selection-store.ts';
import { flowEdited, flowNow } from './canvas-edits.ts';
import { withItemsArranged } from './groups/group-edits.ts';
import { idsToArrange, shownBoxes } from './shown-boxes.ts';

/** Lines up what is selected by an edge or the middle. */
export function selectionAligned(flowId: string, alignment: Alignment): void {
  const places = alignedPlaces(selectedBoxes(flowId), alignment);
  flowEdited(flowId, (flow) => withItemsArranged(flow, places));
}

/** Spaces out what is selected along a direction, with equal gaps between the outermost. */
export function selectionDistributed(flowId: string, axis: Axis): void {
  const places = distributedPlaces(selectedBoxes(flowId), axis);
  flowEdited(flowId, (flow) => withItemsArranged(flow, places));
}

/** Tidies the whole flow, or what is selected of it alone. The layout library is loaded when it is first asked for. */
export async function layoutTidied(flowId: string, what: 'flow' | 'selection'): Promise<void> {
  const { groups, nodes } = selectionOf(flowId);
  const only = what === 'flow' ? null : new Set([...nodes, ...groups]);
  const { tidyLayout } = await import('./tidy-layout.ts');
  const collapsed = collapsedGroupsOf(flowId);
  flowEdited(flowId, (flow) => withItemsArranged(flow, tidyLayout(flow, { collapsed, only })));
}

function selectedBoxes(flowId: string): BoxesById {
  const flow = flowNow(flowId);
  if (flow === undefined) return new Map();
  const ids = idsToArrange(flow, selectionOf(flowId));
  return new Map([...shownBoxes(flow, collapsedGroupsOf(flowId))].filter(([id]) => ids.has(id)));
}
