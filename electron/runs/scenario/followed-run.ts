import type { RunId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { RunEvent, RunEventOf } from '#shared/run-events/run-event.ts';
import { unmet, type Judgement } from '#shared/scenario/expectation-result.ts';
import type { GatheredEvents } from '#shared/scenario/judged-events.ts';
import type { NodeName } from '#shared/scenario/node-name.ts';
import { promptAnswers } from '#shared/scenario/prompt-answers.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { RunHost } from '../run-host.ts';

/** A run that came to its end, or was stopped and why. */
export interface RunToTheEnd {
  readonly events: readonly RunEvent[];
  readonly stopped: (nodeName: NodeName) => Judgement | null;
}

/** Follows one run: answers its prompts, and stops it where it goes further than its scenario lets it. */
export interface FollowedRun {
  /** Takes what the host publishes. */
  readonly hear: (events: readonly RunEvent[]) => void;
  /** Starts the run and settles when it is over. The failure is a sentence that says why it did not begin. */
  readonly over: (
    host: Pick<RunHost, 'start' | 'answer' | 'cancel'>,
    start: Parameters<RunHost['start']>[0],
  ) => Promise<Outcome<RunToTheEnd, string>>;
}

type Stop = (nodeName: NodeName) => Judgement;

/**
 * Makes ready to follow the run of a scenario.
 *
 * @param events gathers what is told of it
 * @param signal ends it early
 */
export function followedRun(
  { answers, limits }: Pick<Scenario, 'answers' | 'limits'>,
  events: GatheredEvents,
  signal: AbortSignal,
): FollowedRun {
  const given = promptAnswers(answers);
  let runId: RunId | null = null;
  let host: Pick<RunHost, 'answer' | 'cancel'> | null = null;
  let question: RunEventOf<'asked'> | null = null;
  let stop: Stop | null = null;
  let entered = 0;
  let onOver = (): void => undefined;
  const isOver = new Promise<void>((resolve) => {
    onOver = resolve;
  });
  const stopFor = (reason: Stop): void => {
    if (stop !== null || runId === null) return;
    stop = reason;
    void host?.cancel(runId);
  };
  const gather = (published: readonly RunEvent[]): void => {
    events.note(published);
    runId ??= published[0]?.runId ?? null;
  };
  const respond = (asked: RunEvent): void => {
    const isRefused = asked.type === 'answer-refused';
    if (question === null) return;
    const { nodeId, seq, text } = question;
    const answer = given.next({ nodeId, text, isRefused });
    if (answer === null) stopFor((nodeName) => unanswered(nodeName(nodeId ?? ''), text, isRefused, seq));
    else host?.answer({ runId: asked.runId, text: answer });
  };

  return {
    hear(published) {
      gather(published);
      entered += published.filter(({ type }) => type === 'node-entered').length;
      question = published.findLast((event) => event.type === 'asked') ?? question;
      const last = published.at(-1);
      if (last?.type === 'run-ended') onOver();
      else if (entered > limits.steps) stopFor((nodeName) => tooFar(limits.steps, nodeName, events.all()));
      // What belongs together comes together: a question at the end is one that the run waits at.
      else if (last?.type === 'asked' || last?.type === 'answer-refused') respond(last);
    },
    async over(running, start) {
      host = running;
      const timer = setTimeout(
        () => stopFor(() => tooLong(limits.timeoutMs, events.all())),
        limits.timeoutMs,
      );
      const onAbort = (): void => stopFor(() => interrupted(events.all()));
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        if (signal.aborted) return failed('The scenario was not run, since everything was stopped.');
        const started = running.start(start);
        if (!started.ok) return failed(started.failure.message);
        await isOver;
        const reason = stop;
        return succeeded({ events: events.all(), stopped: (nodeName) => reason?.(nodeName) ?? null });
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}

function unanswered(node: string, text: string, isRefused: boolean, seq: number): Judgement {
  const why = isRefused
    ? 'its answer was refused, and none is left'
    : 'the scenario has no answer that is for it';
  return unmet(`the prompt "${node}" gets an answer`, 'an answer', `"${text}": ${why}`, seq);
}

function tooFar(steps: number, nodeName: NodeName, events: readonly RunEvent[]): Judgement {
  const last = events.findLast((event) => event.type === 'node-entered');
  const where = nodeName(last?.nodeId ?? '');
  const actual = `it went on at "${where}"; the limit of the scenario is there to stop a flow that never ends`;
  return unmet('the run comes to an end', `at most ${String(steps)} nodes`, actual, last?.seq ?? null);
}

function tooLong(timeoutMs: number, events: readonly RunEvent[]): Judgement {
  const expected = `an end within ${formatDuration(timeoutMs)}`;
  return unmet('the run comes to an end', expected, 'it was still under way', events.at(-1)?.seq ?? null);
}

function interrupted(events: readonly RunEvent[]): Judgement {
  return unmet('the run comes to an end', 'an end', 'it was interrupted', events.at(-1)?.seq ?? null);
}
