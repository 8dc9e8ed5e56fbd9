import type { RunEvent } from '#shared/run-events/run-event.ts';

/** One frame of a 60 Hz screen: what happens within one is shown together anyway. */
const gatherMs = 16;
/** A burst this long goes at once, so that no message grows without bound. */
const mostEvents = 500;

/** Gathers run events and passes them on in order, a frame's worth at a time. */
export interface RunEventGatherer {
  readonly add: (events: readonly RunEvent[]) => void;
  /** Passes on what is there without waiting: before the window closes. */
  readonly flush: () => void;
}

/** Makes a gatherer; a run can make thousands of events a second, and each message costs both sides a copy. */
export function gatherRunEvents(publish: (events: RunEvent[]) => void): RunEventGatherer {
  let gathered: RunEvent[] = [];
  let timer: NodeJS.Timeout | null = null;

  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (gathered.length === 0) return;
    const events = gathered;
    gathered = [];
    publish(events);
  };

  return {
    add: (events) => {
      gathered.push(...events);
      if (gathered.length >= mostEvents) flush();
      else if (gathered.length > 0) timer ??= setTimeout(flush, gatherMs);
    },
    flush,
  };
}
