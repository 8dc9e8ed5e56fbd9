// Events of a run that nobody ran, for tests of what becomes of events.
import type { FlowId, RunId } from '#shared/ids/ids.ts';
import { type RunEvent, runEventSchema } from '#shared/run-events/run-event.ts';

/** What differs from a run that went well at a fixed moment. */
export interface ToldEvents {
  readonly startedAt?: string;
  readonly flowName?: string;
  readonly environmentName?: string | null;
  readonly outcome?: 'ended' | 'failed' | 'cancelled';
  /** What happened in place of things said. */
  readonly happened?: readonly object[];
}

/** A run that says `count` things, numbered, or in which something else happened, and ends. */
export function toldEvents(
  runId: RunId,
  flowId: FlowId,
  count: number,
  { environmentName = null, flowName = 'Told', happened, outcome = 'ended', startedAt }: ToldEvents = {},
): readonly RunEvent[] {
  const startedMs = Date.parse(startedAt ?? '2026-03-04T10:00:00.000Z');
  const event = (seq: number, rest: object): RunEvent =>
    runEventSchema.parse({ v: 1, runId, seq, at: new Date(startedMs + seq * 10).toISOString(), ...rest });
  const between =
    happened ??
    Array.from({ length: count }, (_, at) => ({
      type: 'said',
      text: `Sentence ${String(at)} ${'and so on '.repeat(20)}`,
    }));
  return [
    event(0, { type: 'run-started', flowId, flowName, environmentName }),
    ...between.map((each, at) => event(at + 1, each)),
    event(between.length + 1, { type: 'run-ended', outcome, message: null, result: null }),
  ];
}
