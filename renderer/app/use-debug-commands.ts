import { breakpointAsked } from '../store/breakpoint-dialog-store.ts';
import {
  breakpointsCleared,
  breakpointsToggled,
  useBreakpoints,
  type BreakpointPlace,
} from '../store/breakpoints.ts';
import { useCommands } from '../store/command-registry.ts';
import {
  debugWanted,
  pauseWanted,
  rerunWanted,
  runToNodeWanted,
  steppedBack,
  steppedForward,
  stepWanted,
} from '../store/debug-actions.ts';
import { useCanCompare } from '../store/comparable-runs.ts';
import { comparisonAsked } from '../store/compare-store.ts';
import { debugChoices, pastChoices, type DebugChoice } from '../store/debug-choices.ts';
import { usePastRun } from '../store/past-runs.ts';
import { useRuns } from '../store/runs-store.ts';
import { useSelection, type FlowSelection } from '../store/selection-store.ts';
import { useFlow } from '../store/use-documents.ts';
import { activeDocumentId, activeRunPageId, useView } from '../store/view-store.ts';

/** Offers the commands of the debugger for the flow in view, each only where it does something. */
export function useDebugCommands(): void {
  const flow = useFlow(useView(activeDocumentId));
  const flowId = flow?.id ?? '';
  // A run whose flow is gone has a page of its own, and is stepped through there.
  const steppedId = useView(activeRunPageId) ?? flowId;
  const choices = useDebugChoices(steppedId);
  const hasStart = flow?.nodes.some(({ kind }) => kind === 'start') === true;
  const selection = useSelection(flowId);
  const can = (...any: readonly DebugChoice[]) =>
    any.some((choice) => choices.includes(choice) && (hasStart || !wantsStart.has(choice)))
      ? (act: () => void) => act
      : () => null;
  useCommands({
    'run.debug': can('begin', 'step')(() => void debugWanted(steppedId)),
    'run.pause': can('pause')(() => void pauseWanted(flowId)),
    'run.step-over': can('begin', 'step')(() => void stepWanted(steppedId, 'over')),
    'run.step-into': can('begin', 'step')(() => void stepWanted(steppedId, 'into')),
    'run.step-out': can('step')(() => void stepWanted(steppedId, 'out')),
    'run.step-back': can('back')(() => steppedBack(steppedId)),
    'run.step-forward': can('forward')(() => steppedForward(steppedId)),
    'run.rerun': can('rerun')(() => void rerunWanted(flowId, 'go-on')),
    'run.send-again': can('send')(() => void rerunWanted(flowId, 'step')),
  });
  useBreakpointCommands(flowId, selection);
  const [nodeId] = selection.nodes;
  const canCompare = useCanCompare(flowId);
  useCommands({
    'run.compare': canCompare ? () => comparisonAsked(flowId) : null,
    'run.to-node': hasStart && nodeId !== undefined ? () => void runToNodeWanted(flowId, nodeId) : null,
  });
}

/** What makes a new run, for which the flow has to have a Start now. */
const wantsStart: ReadonlySet<DebugChoice> = new Set(['begin', 'rerun', 'send']);

/** What can be done with the run that is shown for a flow. */
function useDebugChoices(flowId: string): readonly string[] {
  const past = usePastRun(flowId);
  const live = useRuns((state) => debugChoices(state, flowId).join(' ')).split(' ');
  return past === undefined ? live : pastChoices(past);
}

function useBreakpointCommands(flowId: string, selection: FlowSelection): void {
  const hasBreakpoints = useBreakpoints(flowId).length > 0;
  const places = placesOf(selection);
  const [first] = places;
  useCommands({
    'breakpoint.toggle': first === undefined ? null : () => breakpointsToggled(flowId, places),
    'breakpoint.edit': first === undefined ? null : () => breakpointAsked({ flowId, ...first }),
    'breakpoint.clear': hasBreakpoints ? () => breakpointsCleared(flowId) : null,
  });
}

/** A selected connection stands for the exit it leaves from. */
function placesOf({ connections, nodes }: FlowSelection): readonly BreakpointPlace[] {
  return nodes.length > 0 ? nodes.map((node) => ({ node, exit: null })) : connections;
}
