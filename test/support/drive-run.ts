// Runs the pure interpreter to its end by itself, with scripted answers in place of a person and a server.
import type { NodeId } from '#shared/ids/ids.ts';
import { advance } from '#shared/interpreter/advance.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import type { Program } from '#shared/interpreter/program.ts';
import type { BeginInput, CallResultInput, RunEffect, RunInput } from '#shared/interpreter/run-input.ts';
import { newRunState, type RunState } from '#shared/interpreter/run-state.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { storyId } from '../stories/story-id.ts';

/** What a test tells a run beforehand; each list is used up in order. */
export interface Script {
  readonly inputs?: ValueObject;
  readonly from?: { readonly nodeId: NodeId; readonly variables: ValueObject };
  readonly answers?: readonly string[];
  readonly results?: readonly ScriptedResult[];
  /** How many waits pass; a run that goes round through one would never end. */
  readonly waits?: number;
  /** Looks at every state and may replace it. */
  readonly through?: (state: RunState) => RunState;
}

/** How a call ends: the parts of its response variable that matter. */
export type ScriptedResult = Pick<CallResultInput, 'status' | 'statusCode'> & { readonly body?: ValueObject };

/** Everything that came of a run, to the point where its script had nothing more to say. */
export interface Driven {
  readonly state: RunState;
  readonly states: readonly RunState[];
  readonly inputs: readonly RunInput[];
  readonly events: readonly EventDraft[];
  readonly effects: readonly RunEffect[];
}

export const storyRunId = storyId('rn', 'a run');
const noon = Date.parse('2026-03-12T12:00:00.000Z');

/** A reading of a clock that goes one second further with every input. */
export const secondsAfterNoon = (seconds: number): string => new Date(noon + seconds * 1000).toISOString();

/** A run that has not begun, with the random numbers that all tests share. */
export const freshState = (program: Program): RunState =>
  newRunState(storyRunId, program.entry, [1, 2, 3, 4]);

/** Runs a program by a script until it ends or waits for something that the script does not have. */
export function driveRun(program: Program, script: Script = {}): Driven {
  const answers = [...(script.answers ?? [])];
  const results = [...(script.results ?? [])];
  let waits = script.waits ?? 12;
  const through = script.through ?? ((state: RunState) => state);
  const driven = { states: [] as RunState[], inputs: [] as RunInput[], events: [] as EventDraft[] };
  const effects: RunEffect[] = [];
  let state = through(freshState(program));
  for (let input = nextInput(); input !== null; input = nextInput()) {
    driven.inputs.push(input);
    const advanced = advance(program, state, input);
    state = through(advanced.state);
    driven.states.push(state);
    driven.events.push(...advanced.events);
    effects.push(...advanced.effects);
  }
  return { ...driven, state, effects };

  function nextInput(): RunInput | null {
    const at = secondsAfterNoon(driven.inputs.length);
    switch (state.waiting?.for) {
      case undefined:
        return null;
      case 'begin':
        return beginInput(script, at);
      case 'step':
        return { type: 'step', at };
      case 'answer': {
        const text = answers.shift();
        return text === undefined ? null : { type: 'answer', at, text };
      }
      case 'wait':
        waits -= 1;
        return waits < 0 ? null : { type: 'wait-over', at };
      case 'call': {
        const result = results.shift();
        return result === undefined ? null : callResult(result, state.counters.calls, at);
      }
    }
  }
}

/** The input that begins a run as its script says. */
function beginInput(script: Script, at: string): BeginInput {
  const from = script.from;
  return {
    type: 'begin',
    at,
    inputs: plainVariables(script.inputs ?? {}),
    from: from === undefined ? null : { ...from, variables: plainVariables(from.variables) },
  };
}

/** The input that brings the result of a call. */
export function callResult(result: ScriptedResult, call: number, at: string): CallResultInput {
  const { status, statusCode, body } = result;
  const response = plainVariables({
    status,
    status_code: statusCode,
    body: body ?? null,
    headers: {},
    timestamp: at,
  });
  return { type: 'call-result', at, call, status, statusCode, response };
}

/** The events of a run in one word each, with what tells them apart: `said Hello`, `node-left error`. */
export function told(events: readonly EventDraft[]): readonly string[] {
  return events.map((event) => {
    switch (event.type) {
      case 'said':
      case 'asked':
      case 'answered':
        return `${event.type} ${event.text}`;
      case 'answer-refused':
        return `${event.type} ${event.text}: ${event.reason}`;
      case 'variable-set':
        return `${event.type} ${event.name}`;
      case 'node-left':
        return `${event.type} ${event.exit} through ${String(event.through)}`;
      case 'run-ended':
        return `${event.type} ${event.outcome}`;
      default:
        return event.type;
    }
  });
}
