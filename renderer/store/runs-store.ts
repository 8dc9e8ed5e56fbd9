import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { NodeId } from '#shared/ids/ids.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';

/** Runs that are over and that the window remembers; older ones are dropped. */
const keptRuns = 20;

export interface RunsState {
  readonly runs: Readonly<Record<string, RunView>>;
  /** The newest run of each flow, which its canvas, chat and panels show. */
  readonly latestOfFlow: Readonly<Record<string, string>>;
  /** The call that the Response view shows, and of it the attempt; `null` follows the selected node, then the newest. */
  readonly pickedCall: {
    readonly runId: string;
    readonly index: number;
    readonly attempt: number | null;
  } | null;
  /** Runs of a single request, by the endpoint or node they were made from. */
  readonly singleCalls: Readonly<Record<string, string>>;
  /** The flow whose inputs the Simulator asks for before it can run. */
  readonly inputsWantedFor: string | null;
  /** The node from which a flow shall run, while the Simulator asks for the variables that it needs. */
  readonly fromWanted: { readonly flowId: string; readonly nodeId: string } | null;
  /** Runs that began at a node and not at the Start, with what they were given. */
  readonly beganFrom: Readonly<Record<string, RunFrom>>;
}

/** Where a run began and with which texts for variables. */
export interface RunFrom {
  readonly nodeId: NodeId;
  readonly variables: Readonly<Record<string, string>>;
}

/** Every run of this window as a projection of its events. */
export const runsStore = createStore<RunsState>(() => ({
  runs: {},
  latestOfFlow: {},
  pickedCall: null,
  singleCalls: {},
  inputsWantedFor: null,
  fromWanted: null,
  beganFrom: {},
}));

export function useRuns<Part>(select: (state: RunsState) => Part): Part {
  return useStore(runsStore, select);
}

/** Events arrived from the main process, in order. */
export function runEventsArrived(events: readonly RunEvent[]): void {
  runsStore.setState((state) => {
    const runs = { ...state.runs };
    for (const event of events) {
      const view = projectRunEvent(runs[event.runId], event);
      if (view !== undefined) runs[event.runId] = view;
    }
    // One that waits for an answer goes on in the main process: dropped here, it could not be stopped any more.
    const over = Object.keys(runs).filter((id) => !isUnderWay(runs[id]));
    for (const id of over.slice(0, Math.max(0, over.length - keptRuns))) Reflect.deleteProperty(runs, id);
    return { runs };
  });
}

/** Whether a run goes on; one that nothing was heard of yet does. */
export function isUnderWay(run: RunView | undefined): boolean {
  return run === undefined || run.outcome === 'running';
}

/** A run of a flow was started: the flow's views follow it from now on. */
export function runStarted(flowId: string, runId: string, from?: RunFrom): void {
  runsStore.setState((state) => ({
    latestOfFlow: { ...state.latestOfFlow, [flowId]: runId },
    ...(from === undefined ? {} : { beganFrom: { ...state.beganFrom, [runId]: from } }),
    pickedCall: null,
  }));
}

/** A single request was sent from an endpoint's form or a node's inspector. */
export function singleCallStarted(fromId: string, runId: string): void {
  runsStore.setState((state) => ({
    singleCalls: { ...state.singleCalls, [fromId]: runId },
    pickedCall: { runId, index: 0, attempt: null },
  }));
}

/** The user picked a call, in the timeline, the chat or the Response view. */
export function callPicked(runId: string, index: number, attempt: number | null = null): void {
  runsStore.setState({ pickedCall: { runId, index, attempt } });
}

export function callPickCleared(): void {
  if (runsStore.getState().pickedCall !== null) runsStore.setState({ pickedCall: null });
}

/** The newest run of a flow, or `undefined`. */
export function useRunOfFlow(flowId: string | null): RunView | undefined {
  return useRuns((state) => {
    const runId = flowId === null ? undefined : state.latestOfFlow[flowId];
    return runId === undefined ? undefined : state.runs[runId];
  });
}
