import type { NodeId } from '../ids/ids.ts';
import type { RunEvent, RunEventOf } from '../run-events/run-event.ts';
import type { Scenario } from './scenario.ts';

/** Gathers the events of a run while it goes on. */
export interface GatheredEvents {
  readonly note: (events: readonly RunEvent[]) => void;
  /** In the order in which they happened. */
  readonly all: () => readonly RunEvent[];
}

/** Every event as it is, for whoever shows a whole run. */
export function everyEvent(): GatheredEvents {
  const events: RunEvent[] = [];
  return { note: (told) => void events.push(...told), all: () => events };
}

/**
 * The events that a run is judged by, so that a long run does not take ever more memory: what passed between a request and
 * its response is left out, so are values that were replaced, and of calls that nothing is expected of there is no more than
 * that they were made and how they ended. Whoever gathers facts, conversation or coverage of a run finds the same in them as
 * in all of its events.
 */
export function judgedEvents({ expect }: Pick<Scenario, 'expect'>): GatheredEvents {
  const judged = new Set(expect.flatMap((each) => (each.type === 'call' ? [each.node] : [])));
  const events: RunEvent[] = [];
  /** The variables of every flow that the run is in, each as it was set last. */
  const frames = [new Map<string, RunEvent>()];
  const note = (event: RunEvent): void => {
    if (event.type === 'variable-set') frames.at(-1)?.set(event.name, event);
    else if (!betweenRequestAndResponse.has(event.type)) {
      if (event.type === 'flow-entered') frames.push(new Map());
      else if (event.type === 'flow-left' && frames.length > 1) frames.pop();
      const kept = isJudged(event, judged) ? event : withoutRequestAndResponse(event);
      if (kept !== null) events.push(kept);
    }
  };
  return {
    note: (told) => told.forEach(note),
    all: () =>
      [...events, ...frames.flatMap((frame) => [...frame.values()])].sort(
        (one, other) => one.seq - other.seq,
      ),
  };
}

const betweenRequestAndResponse: ReadonlySet<RunEvent['type']> = new Set([
  'attempt-started',
  'exchange-phase',
  'exchange-secured',
  'exchange-redirected',
  'response-head',
  'stream-event',
  'attempt-ended',
  'retry-waiting',
]);

function isJudged({ nodeId }: RunEvent, judged: ReadonlySet<NodeId>): boolean {
  return nodeId !== undefined && judged.has(nodeId);
}

function withoutRequestAndResponse(event: RunEvent): RunEvent | null {
  switch (event.type) {
    case 'call-prepared':
      return { ...event, request: noRequest };
    case 'exchange-started':
      return null;
    case 'call-ended':
      return { ...event, headers: [], body: null };
    default:
      return event;
  }
}

const noRequest: RunEventOf<'call-prepared'>['request'] = {
  method: '',
  url: [],
  headers: [],
  body: { type: 'none' },
};
