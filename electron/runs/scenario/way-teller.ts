import type { NodeId } from '#shared/ids/ids.ts';
import type { ScenarioWay } from '#shared/ipc/channels/scenario-channels.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';

/** A run that is over sooner tells nothing: nobody could see it. */
const seenAfterMs = 100;
/** Of a run that goes round and round the last part of its way is enough. */
const mostTaken = 1000;

/** Follows the events of a run and tells, as long as it takes, where it is and how it came there. */
export interface WayTeller {
  readonly hear: (events: readonly RunEvent[]) => void;
  /** The run is over: nothing further is told. */
  readonly stop: () => void;
}

/** Makes a teller; runs of scenarios mostly are over before there is anything to tell. */
export function wayTeller(tell: (way: ScenarioWay) => void): WayTeller {
  let view: RunView | undefined;
  let heard: RunEvent[] = [];
  let timer: NodeJS.Timeout | null = null;
  const due = (): void => {
    timer = null;
    for (const event of heard) view = projectRunEvent(view, event);
    heard = [];
    const way = view === undefined ? null : wayOf(view);
    if (way !== null) tell(way);
  };
  return {
    hear(events) {
      heard.push(...events);
      timer ??= setTimeout(due, seenAfterMs);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

function wayOf({ currentNodeId, nodes, outcome, taken }: RunView): ScenarioWay | null {
  if (currentNodeId === null || outcome !== 'running') return null;
  const states = Object.entries(nodes).map(([id, { state }]) => [id, state] as const);
  return {
    nodeId: currentNodeId as NodeId,
    nodes: Object.fromEntries(states),
    taken: taken.slice(-mostTaken).map((each) => ({ ...each, node: each.node as NodeId })),
  };
}
