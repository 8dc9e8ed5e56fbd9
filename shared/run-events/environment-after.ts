import type { RunEvent } from './run-event.ts';

/**
 * The name of the environment that a run works in after an event, `null` for none: a run that goes on from the past of
 * another one may do so in another environment.
 */
export function environmentAfter(before: string | null, event: RunEvent): string | null {
  if (event.type === 'run-started') return event.environmentName;
  if (event.type !== 'paused' || event.environmentName === undefined) return before;
  return event.environmentName;
}
