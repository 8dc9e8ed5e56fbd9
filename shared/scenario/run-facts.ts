import type { NodeId } from '../ids/ids.ts';
import type { RunEvent, RunEventOf } from '../run-events/run-event.ts';
import type { ValuePreview } from '../run-events/value-preview.ts';

/** Something that was said, and by whom; a refused answer is one of the person's, the reason for it one of the bot's. */
export interface SaidFact {
  readonly seq: number;
  readonly nodeId: NodeId | undefined;
  readonly who: 'bot' | 'person';
  readonly text: string;
}

/** A call: `prepared` is absent where our own side could not make its request. */
export interface CallFact {
  readonly nodeId: NodeId | undefined;
  readonly prepared?: RunEventOf<'call-prepared'>;
  /** The first exchange, which shows the request as it left. */
  readonly sent?: RunEventOf<'exchange-started'>;
  readonly ended?: RunEventOf<'call-ended'>;
}

/** A variable as it was set last. */
export interface VariableFact {
  readonly seq: number;
  readonly value: ValuePreview;
}

/** What a run did, gathered from its events for everybody who judges. */
export interface RunFacts {
  readonly said: readonly SaidFact[];
  readonly entered: readonly RunEventOf<'node-entered'>[];
  readonly left: readonly RunEventOf<'node-left'>[];
  readonly calls: readonly CallFact[];
  /** Of the flow that was run, as the run left them; flows that it ran have variables of their own. */
  readonly variables: ReadonlyMap<string, VariableFact>;
  readonly end: RunEventOf<'run-ended'> | null;
  /** The last event, which whatever is missing is missing at. */
  readonly lastSeq: number | null;
  readonly durationMs: number;
}

/** Goes through the events of one run, in their order. */
export function runFacts(events: readonly RunEvent[]): RunFacts {
  const last = events.at(-1);
  const entered = events.filter((event) => event.type === 'node-entered');
  const left = events.filter((event) => event.type === 'node-left');
  const begunMs = Date.parse(events[0]?.at ?? '');
  const durationMs = last === undefined ? 0 : Date.parse(last.at) - begunMs;
  return {
    said: events.flatMap(saidIn),
    entered,
    left,
    calls: callsIn(events),
    variables: variablesIn(events),
    end: last?.type === 'run-ended' ? last : null,
    lastSeq: last?.seq ?? null,
    durationMs: Number.isNaN(durationMs) ? 0 : durationMs,
  };
}

function saidIn(event: RunEvent): readonly SaidFact[] {
  const { nodeId, seq } = event;
  switch (event.type) {
    case 'said':
    case 'asked':
      return [{ seq, nodeId, who: 'bot', text: event.text }];
    case 'answered':
      return [{ seq, nodeId, who: 'person', text: event.text }];
    case 'answer-refused':
      return [
        { seq, nodeId, who: 'person', text: event.text },
        { seq, nodeId, who: 'bot', text: event.reason },
      ];
    default:
      return [];
  }
}

function callsIn(events: readonly RunEvent[]): readonly CallFact[] {
  const calls: CallFact[] = [];
  let isOpen = false;
  for (const event of events) {
    const last = calls.at(-1);
    const open = isOpen ? last : undefined;
    if (event.type === 'call-prepared') {
      calls.push({ nodeId: event.nodeId, prepared: event });
      isOpen = true;
    } else if (event.type === 'exchange-started' && open !== undefined && open.sent === undefined) {
      calls[calls.length - 1] = { ...open, sent: event };
    } else if (event.type === 'call-ended') {
      if (open === undefined) calls.push({ nodeId: event.nodeId, ended: event });
      else calls[calls.length - 1] = { ...open, ended: event };
      isOpen = false;
    }
  }
  return calls;
}

function variablesIn(events: readonly RunEvent[]): ReadonlyMap<string, VariableFact> {
  const frames = [new Map<string, VariableFact>()];
  for (const event of events) {
    const here = frames.at(-1);
    if (event.type === 'flow-entered') frames.push(new Map());
    else if (event.type === 'flow-left' && frames.length > 1) frames.pop();
    else if (event.type === 'variable-set' && here !== undefined) {
      if (event.unset === true) here.delete(event.name);
      else here.set(event.name, { seq: event.seq, value: event.value });
    }
  }
  return frames[0] ?? new Map();
}
