// Takes a run that waits for nobody from its beginning to its end, one step after another, as a host does.
import { advance } from '#shared/interpreter/advance.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import type { Program } from '#shared/interpreter/program.ts';
import type { RunInput } from '#shared/interpreter/run-input.ts';
import type { RunState } from '#shared/interpreter/run-state.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { freshState } from './drive-run.ts';

const at = '2026-03-12T12:00:00.000Z';

/** The last state of the run and everything that happened in it. */
export function advanced(
  program: Program,
  inputs: ValueObject,
): { readonly state: RunState; readonly events: readonly EventDraft[] } {
  let state = freshState(program);
  const events: EventDraft[] = [];
  let input: RunInput = { type: 'begin', at, inputs: plainVariables(inputs), from: null };
  while (state.waiting !== null) {
    const turn = advance(program, state, input);
    state = turn.state;
    events.push(...turn.events);
    input = { type: 'step', at };
  }
  return { state, events };
}
