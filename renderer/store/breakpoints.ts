import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import { exchangedEntries } from './exchanged-entries.ts';
import { flowWithReached } from './flows-reached.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';
import { useView, viewStore } from './view-store.ts';

/** What a breakpoint is on: a node, or an exit of one. */
export type BreakpointPlace = Pick<Breakpoint, 'node' | 'exit'>;

const none: Breakpoint[] = [];

/** The breakpoints of a flow, as the window remembers them. */
export function breakpointsOf(flowId: string): Breakpoint[] {
  return viewStore.getState().breakpoints[flowId] ?? none;
}

/** The breakpoints that hold for a run of a flow: its own, and those of the flows that it may come into. */
export function breakpointsReached(flowId: string): Breakpoint[] {
  const ids = new Set([flowId, ...flowWithReached(flowId).map(({ id }) => id)]);
  return [...ids].flatMap((id) => breakpointsOf(id));
}

export function useBreakpoints(flowId: string): readonly Breakpoint[] {
  return useView((state) => state.breakpoints[flowId] ?? none);
}

/** The breakpoint at a place, or `undefined`. */
export function breakpointAt(
  breakpoints: readonly Breakpoint[],
  { exit, node }: BreakpointPlace,
): Breakpoint | undefined {
  return breakpoints.find((each) => each.node === node && each.exit === exit);
}

/** Sets breakpoints where there are none, and removes those that are there. */
export function breakpointsToggled(flowId: string, places: readonly BreakpointPlace[]): void {
  breakpointsChanged(flowId, places.reduce(toggledAt, breakpointsOf(flowId)));
}

export function breakpointToggled(flowId: string, place: BreakpointPlace): void {
  breakpointsToggled(flowId, [place]);
}

function toggledAt(before: Breakpoint[], place: BreakpointPlace): Breakpoint[] {
  const found = breakpointAt(before, place);
  return found === undefined
    ? [...before, { ...place, condition: '' }]
    : before.filter((each) => each !== found);
}

/** Sets a breakpoint with a condition, or gives the one that is there another. */
export function breakpointSet(flowId: string, { condition, exit, node }: Breakpoint): void {
  const place = { node, exit };
  const others = breakpointsOf(flowId).filter((each) => breakpointAt([each], place) === undefined);
  breakpointsChanged(flowId, [...others, { ...place, condition }]);
}

export function breakpointsCleared(flowId: string): void {
  const count = breakpointsOf(flowId).length;
  const undo = breakpointsChanged(flowId, []);
  toasts.show({
    title: count === 1 ? '1 breakpoint removed' : `${String(count)} breakpoints removed`,
    icon: 'trash',
    action: { label: 'Undo', onClick: undo },
  });
}

/** Changes the breakpoints of a flow as a step for undo, and gives the way to take just that back. */
function breakpointsChanged(flowId: string, breakpoints: Breakpoint[]): () => void {
  const before = breakpointsOf(flowId);
  breakpointsPut(flowId, breakpoints);
  return libraryStepTaken({
    flowId,
    undo: () => breakpointsExchanged(flowId, breakpoints, before),
    redo: () => breakpointsExchanged(flowId, before, breakpoints),
  });
}

/** Puts breakpoints in the place of others, and leaves alone those that were set or removed since. */
function breakpointsExchanged(flowId: string, from: readonly Breakpoint[], to: readonly Breakpoint[]): void {
  const after = exchangedEntries(byPlace(breakpointsOf(flowId)), byPlace(from), byPlace(to));
  breakpointsPut(flowId, Object.values(after));
}

const byPlace = (breakpoints: readonly Breakpoint[]): Readonly<Record<string, Breakpoint>> =>
  Object.fromEntries(breakpoints.map((each) => [`${each.node} ${each.exit ?? ''}`, each]));

function breakpointsPut(flowId: string, breakpoints: Breakpoint[]): void {
  viewStore.setState((state) => {
    const { [flowId]: _, ...others } = state.breakpoints;
    return { breakpoints: breakpoints.length === 0 ? others : { ...others, [flowId]: breakpoints } };
  });
}
