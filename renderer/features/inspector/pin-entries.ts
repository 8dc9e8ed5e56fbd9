import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { madeAtOf, type RunSummary } from '#shared/run-history/run-summary.ts';
import { type PinnableCall, responsePinned } from '../../store/pin-fixture.ts';
import { pastResponsePinned } from '../../store/pin-from-history.ts';
import type { MenuAction, MenuEntry } from '../../ui/overlay/menu-entry.ts';
import { momentWords } from '../../ui/status/moment-words.ts';
import { outcomeWords } from '../../ui/status/outcome-words.ts';

/** Responses of remembered runs; more than these nobody looks through in a menu. */
const mostCalls = 8;

/**
 * Which responses of an API Call can be pinned: the last one, earlier ones of the window, and those that runs of the history
 * have of it.
 */
export function pinEntries(
  flowId: string,
  node: FlowNode,
  calls: readonly PinnableCall[],
  past: readonly RunSummary[],
): readonly MenuEntry[] {
  const [last, ...earlier] = calls.slice(0, mostCalls);
  const entries: readonly MenuEntry[] = [
    ...earlier.map(callEntry),
    ...(past.length === 0 ? [] : [historyGroup(flowId, node, past)]),
  ];
  return [
    ...(last === undefined ? [] : [lastEntry(last)]),
    ...(entries.length === 0
      ? []
      : [
          {
            kind: 'submenu' as const,
            label: 'Pin an earlier response',
            icon: 'history' as const,
            entries,
          },
        ]),
  ];
}

const lastEntry = (last: PinnableCall): MenuAction => ({
  kind: 'action',
  label: 'Pin the last response',
  icon: 'fixture',
  meta: last.call.ended?.statusCode,
  onSelect: () => void responsePinned(last),
});

const callEntry = (each: PinnableCall): MenuAction => ({
  kind: 'action',
  label: `${String(each.call.ended?.statusCode ?? '')} ${each.call.ended?.reason ?? ''}`.trim(),
  meta: whenOf(each),
  onSelect: () => void responsePinned(each),
});

function whenOf({ call, run }: PinnableCall): string {
  const at = new Date(Date.parse(run.startedAt) + call.startMs);
  return `${at.toLocaleTimeString()}, ${formatDuration(call.ended?.tookMs ?? 0)}`;
}

const historyGroup = (flowId: string, node: FlowNode, past: readonly RunSummary[]): MenuEntry => ({
  kind: 'group',
  label: 'Runs of the history',
  entries: past.map((run) => ({
    kind: 'action',
    label: momentWords(madeAtOf(run), Date.now()),
    meta: factsOf(run, flowId),
    onSelect: () => void pastResponsePinned(run, node),
  })),
});

/** What tells a run of the history from the others: what was run, where that is not the flow itself, and how it went. */
function factsOf({ flowId, name, origin, outcome, tookMs }: RunSummary, shownFlow: string): string {
  const isFlowItself = origin.type === 'flow' && flowId === shownFlow;
  const what = origin.type === 'call' ? 'sent alone' : isFlowItself ? null : name;
  return [what, outcomeWords[outcome], formatDuration(tookMs)].filter((fact) => fact !== null).join(', ');
}
