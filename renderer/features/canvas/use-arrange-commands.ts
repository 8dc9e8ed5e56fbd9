import { useCommands } from '../../store/command-registry.ts';
import { useSelection } from '../../store/selection-store.ts';
import { useFlow } from '../../store/use-documents.ts';
import { viewStore } from '../../store/view-store.ts';
import { layoutTidied, selectionAligned, selectionDistributed } from './arrange-edits.ts';
import { idsToArrange } from './shown-boxes.ts';

/** Offers what brings cards into order: the grid, tidying, lining up and spacing out. */
export function useArrangeCommands(flowId: string, fit: () => void): void {
  const flow = useFlow(flowId);
  const selection = useSelection(flowId);
  const count = flow === undefined ? 0 : idsToArrange(flow, selection).size;
  const several = (act: () => void) => (count > 1 ? act : null);
  const many = (act: () => void) => (count > 2 ? act : null);
  useCommands({
    'canvas.snap': () => viewStore.setState((state) => ({ snap: !state.snap })),
    'canvas.tidy': () => void layoutTidied(flowId, 'flow').then(() => requestAnimationFrame(fit)),
    'canvas.tidy-selection':
      count > 1 || selection.nodes.length > 1 ? () => void layoutTidied(flowId, 'selection') : null,
    'canvas.align-left': several(() => selectionAligned(flowId, 'left')),
    'canvas.align-centre': several(() => selectionAligned(flowId, 'centre')),
    'canvas.align-right': several(() => selectionAligned(flowId, 'right')),
    'canvas.align-top': several(() => selectionAligned(flowId, 'top')),
    'canvas.align-middle': several(() => selectionAligned(flowId, 'middle')),
    'canvas.align-bottom': several(() => selectionAligned(flowId, 'bottom')),
    'canvas.distribute-x': many(() => selectionDistributed(flowId, 'x')),
    'canvas.distribute-y': many(() => selectionDistributed(flowId, 'y')),
  });
}
