import type { NodeId } from '#shared/ids/ids.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';

/** A node that is left sooner than this is not told: nobody could see it. */
const seenAfterMs = 100;

/** Follows the events of a run and tells, as long as it takes, which node it is at. */
export interface NodeTeller {
  readonly hear: (events: readonly RunEvent[]) => void;
  /** The run is over: nothing further is told. */
  readonly stop: () => void;
}

/** Makes a teller; runs of scenarios mostly are over before there is anything to tell. */
export function nodeTeller(tell: (nodeId: NodeId) => void): NodeTeller {
  let now: NodeId | null = null;
  let told: NodeId | null = null;
  let timer: NodeJS.Timeout | null = null;
  const due = (): void => {
    timer = null;
    if (now === null || now === told) return;
    told = now;
    tell(now);
  };
  return {
    hear(events) {
      const entered = events.findLast(({ type }) => type === 'node-entered');
      if (entered?.nodeId === undefined) return;
      now = entered.nodeId;
      timer ??= setTimeout(due, seenAfterMs);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
