import type { RunEvent } from '#shared/run-events/run-event.ts';

/** Takes the events of one run. */
export type EventListener = (events: readonly RunEvent[]) => void;

/** Joins a run host, which publishes, to whoever listens. */
export interface EventFeed {
  readonly publish: EventListener;
  /** Hears of everything that is published from now on. Gives back how to stop listening. */
  readonly listen: (listener: EventListener) => () => void;
}

/** Makes a feed. Listeners are called in the order in which they came. */
export function eventFeed(): EventFeed {
  const listeners = new Set<EventListener>();
  return {
    publish: (events) => {
      for (const listener of [...listeners]) listener(events);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
