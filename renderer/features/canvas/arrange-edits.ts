import {
  alignedPlaces,
  distributedPlaces,
  type Alignment,
  type BoxesById,
} from '#shared/flow/align-boxes.ts';
import type { Axis } from '#shared/flow/box.ts';
import { selectionOf } from '../../store/selection-store.ts';
import { flowEdited, flowNow } from './canvas-edits.ts';
import { withItemsArranged } from './groups/group-edits.ts';
import { cardBox } from './node-size.ts';

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
  const only = what === 'flow' ? null : new Set(selectionOf(flowId).nodes);
  const { tidyLayout } = await import('./tidy-layout.ts');
  flowEdited(flowId, (flow) => withItemsArranged(flow, tidyLayout(flow, only)));
}

function selectedBoxes(flowId: string): BoxesById {
  const selected = new Set(selectionOf(flowId).nodes);
  const nodes = flowNow(flowId)?.nodes.filter(({ id }) => selected.has(id)) ?? [];
  return new Map(nodes.map((node) => [node.id, cardBox(node)]));
}
