import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { NodeId } from '#shared/ids/ids.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import { RunPast, type Moment } from '#shared/run-events/run-past.ts';
import type { RunView } from '#shared/run-events/run-view.ts';

/** Runs that are over and that the window remembers; older ones are dropped. */
const keptRuns = 20;
/** Memory that the events of all runs may take, roughly; the newest run keeps its own in any case. */
export const mostPastBytes = 128 * 1024 * 1024;

/** A run that is looked at as it once was. */
export interface LookedBack {
  readonly moment: Moment;
  readonly view: RunView;
}

export interface RunsState {
  /** Every run as it is now. */
  readonly runs: Readonly<Record<string, RunView>>;
  /** The runs that are looked at as they were. */
  readonly lookedBack: Readonly<Record<string, LookedBack>>;
  /** Runs that were told to stand still and have not come to the next node yet. */
  readonly pausing: ReadonlySet<string>;
  /** The runs that stand still at breakpoints. */
  readonly debugged: ReadonlySet<string>;
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
  /** How it is to be run when it has them. */
  readonly inputsWantedAs: RunManner;
  /** The node from which a flow shall run, and how, while the Simulator asks for the variables that it needs. */
  readonly fromWanted: {
    readonly flowId: string;
    readonly nodeId: string;
    readonly manner: RunManner;
  } | null;
  /** Runs that began at a node and not at the Start, with what they were given. */
  readonly beganFrom: Readonly<Record<string, RunFrom>>;
}

/** Where a run began and with which texts for variables. */
export interface RunFrom {
  readonly nodeId: NodeId;
  readonly variables: Readonly<Record<string, string>>;
}

/** How a flow is run: past its breakpoints, or with them, standing still before its Start or before a node. */
export type RunManner = 'run' | 'debug' | 'step' | { readonly to: string };

/** Every run of this window as a projection of its events. */
export const runsStore = createStore<RunsState>(() => ({
  runs: {},
  lookedBack: {},
  pausing: new Set(),
  debugged: new Set(),
  latestOfFlow: {},
  pickedCall: null,
  singleCalls: {},
  inputsWantedFor: null,
  inputsWantedAs: 'run',
  fromWanted: null,
  beganFrom: {},
}));

/** The events of runs, the oldest run first: to be read, and never shown as they are. */
const pasts = new Map<string, RunPast>();

export function useRuns<Part>(select: (state: RunsState) => Part): Part {
  return useStore(runsStore, select);
}

/** Events arrived from the main process, in order. */
export function runEventsArrived(events: readonly RunEvent[]): void {
  runsStore.setState((state) => {
    const runs = { ...state.runs };
    let { latestOfFlow } = state;
    for (const event of events) {
      const view = projectRunEvent(runs[event.runId], event);
      if (view === undefined) continue;
      runs[event.runId] = view;
      remembered(event, view);
      // What a run comes into shows that run, as long as the flow that was run does.
      if (event.type === 'flow-entered' && latestOfFlow[view.flowId] === event.runId)
        latestOfFlow = { ...latestOfFlow, [event.flowId]: event.runId };
    }
    // One that waits for an answer goes on in the main process: dropped here, it could not be stopped any more.
    const over = Object.keys(runs).filter((id) => !isUnderWay(runs[id]));
    for (const id of over.slice(0, Math.max(0, over.length - keptRuns))) Reflect.deleteProperty(runs, id);
    pastsForgotten(runs);
    return { runs, latestOfFlow, pausing: stillPausing(state.pausing, runs) };
  });
}

function stillPausing(pausing: ReadonlySet<string>, runs: RunsState['runs']): ReadonlySet<string> {
  const still = [...pausing].filter((id) => runs[id]?.outcome === 'running' && runs[id].paused === null);
  return still.length === pausing.size ? pausing : new Set(still);
}

/** A run was told to stand still before its next node. */
export function pauseAsked(runId: string): void {
  runsStore.setState(({ pausing }) => ({ pausing: new Set([...pausing, runId]) }));
}

function remembered(event: RunEvent, view: RunView): void {
  if (event.type === 'run-started') pasts.set(event.runId, new RunPast());
  pasts.get(event.runId)?.add(event, view);
}

function pastsForgotten(runs: RunsState['runs']): void {
  let bytes = 0;
  for (const [at, [id, past]] of [...pasts].reverse().entries()) {
    bytes += past.bytes;
    if (runs[id] === undefined || (at > 0 && bytes > mostPastBytes && !isUnderWay(runs[id])))
      pasts.delete(id);
  }
}

/** What can be looked at of a run besides how it is now. */
export function pastOf(runId: string): RunPast | undefined {
  return pasts.get(runId);
}

/** A run is looked at as it was at a moment, with `null` as it is now. Nothing of the run itself changes. */
export function momentPicked(runId: string, moment: Moment | null): void {
  if (moment === null && runsStore.getState().lookedBack[runId] === undefined) return;
  const view = moment === null ? undefined : pasts.get(runId)?.viewAt(moment.events);
  runsStore.setState(({ lookedBack: { [runId]: _, ...others } }) => ({
    lookedBack: moment === null || view === undefined ? others : { ...others, [runId]: { moment, view } },
    pickedCall: null,
  }));
}

/** A run as it is looked at: as it was, or as it is now. */
export function shownRun({ lookedBack, runs }: RunsState, runId: string | undefined): RunView | undefined {
  return runId === undefined ? undefined : (lookedBack[runId]?.view ?? runs[runId]);
}

/** Whether a run goes on; one that nothing was heard of yet does. */
export function isUnderWay(run: RunView | undefined): boolean {
  return run === undefined || run.outcome === 'running';
}

/** A run was started, or is gone on with, so that it stands still at breakpoints. */
export function runDebugged(runId: string): void {
  runsStore.setState(({ debugged }) => ({ debugged: new Set([...debugged, runId]) }));
}

/** A run of a flow was started: the flow's views follow it from now on. */
export function runStarted(flowId: string, runId: string, from?: RunFrom): void {
  runsStore.setState((state) => ({
    latestOfFlow: {
      ...state.latestOfFlow,
      // Its events may have come before the answer that it was started.
      ...Object.fromEntries([flowId, ...(state.runs[runId]?.entered ?? [])].map((id) => [id, runId])),
    },
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

/** The newest run of a flow as it is looked at, or `undefined`. */
export function useRunOfFlow(flowId: string | null): RunView | undefined {
  return useRuns((state) => (flowId === null ? undefined : shownRun(state, state.latestOfFlow[flowId])));
}

/** The newest run of a flow as it is now, whatever is looked at: what can be done is asked of it. */
export function runOfFlowNow(state: RunsState, flowId: string | null): RunView | undefined {
  return flowId === null ? undefined : state.runs[state.latestOfFlow[flowId] ?? ''];
}
