import type { StreamEventView } from '#shared/run-events/call-events.ts';
import { isEventStream } from '#shared/response/event-stream.ts';
import { readContentType } from '#shared/response/content-type.ts';
import type { AttemptView, CallView, RunView } from '#shared/run-events/run-view.ts';

/** A call of a run, and one of its attempts where that alone was picked. */
export interface ShownCall {
  readonly run: RunView;
  readonly call: CallView;
  readonly attempt: AttemptView | null;
}

interface Pick {
  readonly index: number;
  readonly attempt: number | null;
}

/** What the Response view shows: what was picked; else the last call of the selected node; else the newest one. */
export function shownCall(run: RunView, picked: Pick | null, selected: string | undefined): ShownCall | null {
  const chosen = picked === null ? undefined : run.calls[picked.index];
  const call = chosen ?? run.calls.findLast(({ nodeId }) => nodeId === selected) ?? run.calls.at(-1);
  if (call === undefined) return null;
  const attempt =
    call === chosen ? call.attempts.find(({ number }) => number === picked?.attempt) : undefined;
  return { run, call, attempt: attempt ?? null };
}

/** Whether the response of an attempt is the one that the call ended with, whose body is kept. */
export function isLastAttempt(call: CallView, attempt: AttemptView): boolean {
  return call.attempts.at(-1) === attempt;
}

/** The events of the stream that an attempt received; `null` where its response is none. */
export function streamOf(attempt: AttemptView | undefined): readonly StreamEventView[] | null {
  const last = attempt?.exchanges.at(-1);
  if (last === undefined || last.head === null) return null;
  const [, type = null] = last.head.headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  return isEventStream(readContentType(type)) ? last.events : null;
}

/** The headers that came: those of an attempt's last exchange, or those that the call ended with. */
export function shownHeaders({ call, attempt }: ShownCall): readonly (readonly [string, string])[] {
  if (attempt === null) return call.ended?.headers ?? [];
  return attempt.exchanges.at(-1)?.head?.headers ?? [];
}

/** The attempts whose connections are shown: all of them, or the one that was picked. */
export function shownAttempts({ call, attempt }: ShownCall): readonly AttemptView[] {
  return attempt === null ? call.attempts : [attempt];
}

/** Whether anything of it was to go over TLS. */
export function usesTls(shown: ShownCall): boolean {
  return shownAttempts(shown).some(({ exchanges }) => exchanges.some(({ url }) => url.startsWith('https:')));
}
