import type { RunEvent } from '#shared/run-events/run-event.ts';

/** One frame of a 60 Hz screen: what happens within one is shown together anyway. */
const gatherMs = 16;
/** A burst this long goes at once, so that no message grows without bound. */
const mostEvents = 500;

/**
 * Gathers events, those of runs or others, and passes them on in order, a frame's worth at a time: a run can make thousands
 * of events a second, and each message costs both sides a copy. Gives what takes the events.
 */
export function gatherRunEvents<Event = RunEvent>(
  publish: (events: Event[]) => void,
): (events: readonly Event[]) => void {
  let gathered: Event[] = [];
  let timer: NodeJS.Timeout | null = null;

  const passOn = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const events = gathered;
    gathered = [];
    publish(events);
  };

  return (events) => {
    gathered.push(...events);
    if (gathered.length >= mostEvents) passOn();
    else if (gathered.length > 0) timer ??= setTimeout(passOn, gatherMs);
  };
}
