import type { EnvironmentId, FlowId, RunId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { RunEvent, RunEventOf } from '#shared/run-events/run-event.ts';
import type { RunHost } from '../runs/run-host.ts';
import type { EventFeed } from './event-feed.ts';

/** What to run, and what to say in it. */
export interface AnsweredRun {
  readonly flowId: FlowId;
  readonly environmentId: EnvironmentId | null;
  readonly inputs: Readonly<Record<string, string>>;
  /** Given one after the other; where they run out, the run is cancelled. */
  readonly answers: readonly string[];
}

/** A run that is over. */
export interface FinishedRun {
  readonly events: readonly RunEvent[];
  readonly end: RunEventOf<'run-ended'>;
  /** Whether a prompt had to be left without an answer. */
  readonly lackedAnswer: boolean;
}

/**
 * Runs a flow to its end with answers that were written down before. The failure is a sentence that says why it did not
 * begin.
 *
 * @param feed what the host publishes into
 */
export async function runWithAnswers(
  host: Pick<RunHost, 'start' | 'answer' | 'cancel'>,
  feed: EventFeed,
  { answers, ...start }: AnsweredRun,
): Promise<Outcome<FinishedRun, string>> {
  const left = [...answers];
  const events: RunEvent[] = [];
  let lackedAnswer = false;
  let onEnd = (_end: RunEventOf<'run-ended'>): void => undefined;
  const ended = new Promise<RunEventOf<'run-ended'>>((resolve) => {
    onEnd = resolve;
  });

  const stopListening = feed.listen((published) => {
    events.push(...published);
    const last = published.at(-1);
    if (last?.type === 'run-ended') onEnd(last);
    // What belongs together comes together: a question at the end is one that the run waits at.
    if (last?.type === 'asked' || last?.type === 'answer-refused') respond(last.runId);
  });

  const started = host.start({ ...start, inputs: { ...start.inputs } });
  if (!started.ok) {
    stopListening();
    return failed(started.failure.message);
  }
  const end = await ended;
  stopListening();
  return succeeded({ events, end, lackedAnswer });

  function respond(runId: RunId): void {
    const text = left.shift();
    if (text !== undefined) {
      host.answer({ runId, text });
      return;
    }
    lackedAnswer = true;
    void host.cancel(runId);
  }
}
