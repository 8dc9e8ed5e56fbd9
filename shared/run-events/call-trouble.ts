import type { RunEventOf } from './run-event.ts';

type CallEnded = Pick<RunEventOf<'call-ended'>, 'sentence' | 'status' | 'wayOn'>;

/** Why a call got no answer, in the sentence that the window shows; `null` for one that was answered, however it was. */
export function callTrouble({ sentence, status }: CallEnded): string | null {
  return status === 'failure' || status === 'exception' ? sentence : null;
}

/** The same, and what a person can do about it. */
export function callAdvice(ended: CallEnded): string | null {
  const trouble = callTrouble(ended);
  return trouble === null || ended.wayOn === null ? trouble : `${trouble} ${ended.wayOn}`;
}
