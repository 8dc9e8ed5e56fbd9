// The past of a run: any prefix of its events is a view, and going back and forth only ever reads.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import { asPaused } from '#shared/run-events/project-pause.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { RunPast } from '#shared/run-events/run-past.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';
import { stampedEvents, toldEvents, viewsOf, type ToldEvent } from '../../../support/told-run.ts';

function pastOf(events: readonly RunEvent[]): RunPast {
  const past = new RunPast();
  let view: RunView | undefined;
  for (const event of events) {
    view = projectRunEvent(view, event);
    if (view !== undefined) past.add(event, view);
  }
  return past;
}

/** The moments of some steps back from now, as far as there are any. */
function walkedBack(past: RunPast, steps: number): readonly number[] {
  const back: number[] = [];
  for (let moment = past.before(null); moment !== undefined && back.length < steps;) {
    back.push(moment.events);
    moment = past.before(moment.events);
  }
  return back;
}

/** As many steps forward from the last of them; `null` is now. */
function walkedForward(past: RunPast, back: readonly number[]): readonly (number | null)[] {
  return back.toReversed().map((events) => past.after(events)?.events ?? null);
}

const text = (json: string) => ({ type: 'text' as const, json, truncated: false });
const entered: ToldEvent[2] = { type: 'node-entered' };
const left: ToldEvent[2] = { type: 'node-left', exit: 'next', through: 'next' };
const paused: ToldEvent[2] = { type: 'paused', why: 'breakpoint', exit: null, trouble: null };
const set = (json: string): ToldEvent[2] => ({ type: 'variable-set', name: 'name', value: text(json) });
const edited = (json: string): ToldEvent[2] => ({
  type: 'variable-edited',
  name: 'name',
  part: [],
  value: text(json),
});

const story = toldEvents(
  [0, 'Start', entered],
  [0, 'Start', left],
  [10, 'Name', entered],
  [20, 'Name', set('"Ana"')],
  [20, 'Name', left],
  [20, 'Greet', entered],
  [30, 'Greet', paused],
  [5_030, 'Greet', edited('"Bo"')],
  [9_030, 'Greet', { type: 'resumed' }],
  [9_040, 'Greet', { type: 'said', text: 'Hello' }],
  [9_040, 'Greet', left],
);

describe('the moments of a run', () => {
  test('are those before a node is done, with what a person did there', () => {
    expect(pastOf(story).moments).toMatchObject([
      { seq: 1, events: 2 },
      { seq: 3, events: 4 },
      { seq: 6, events: 9 },
    ]);
  });

  test('are walked from now to the first and back to now', () => {
    const past = pastOf(story);
    expect(past.before(null)?.events).toBe(9);
    expect(past.before(9)?.events).toBe(4);
    expect(past.before(4)?.events).toBe(2);
    expect(past.before(2)).toBeUndefined();
    expect(past.after(2)?.events).toBe(4);
    expect(past.after(4)?.events).toBe(9);
    expect(past.after(9)).toBeUndefined();
  });

  test('go from now to the one before, where the run stands still at the last one', () => {
    const past = pastOf(story.slice(0, 9));
    expect(past.at(null)).toMatchObject({ seq: 6, events: 9 });
    expect(past.before(null)?.events).toBe(4);
    expect(past.after(4)).toBeUndefined();
  });

  test('show the run standing still at the node, with the values of then', () => {
    const past = pastOf(story);
    expect(past.viewAt(4)?.paused?.nodeId).toBe(story[3]?.nodeId);
    expect(past.viewAt(4)?.variables).toEqual([]);
    expect(past.viewAt(9)?.variables).toMatchObject([
      { name: 'name', value: text('"Bo"'), was: text('"Ana"'), edited: true },
    ]);
    expect(past.viewAt(9)?.paused?.why).toBe('breakpoint');
  });
});

describe('standing still', () => {
  test('is taken out of the time of the run', () => {
    const view = viewsOf(story).at(-1);
    expect(view?.elapsedMs).toBe(40);
    expect(view?.paused).toBeNull();
  });

  test('shows on the node, and goes with going on', () => {
    const node = story[6]?.nodeId ?? '';
    const states = viewsOf(story).map(({ nodes }) => nodes[node]?.state);
    expect([states[7], states[9]]).toEqual(['paused', 'running']);
  });

  test('goes with the end', () => {
    const stopped = viewsOf(
      toldEvents(
        [0, 'Start', entered],
        [0, 'Start', paused],
        [90, 'Start', { type: 'run-ended', outcome: 'cancelled', message: null, result: null }],
      ),
    ).at(-1);
    expect(stopped?.paused).toBeNull();
    expect(Object.values(stopped?.nodes ?? {}).map(({ state }) => state)).toEqual(['failed']);
  });
});

describe('any run of any flow', () => {
  const eventsOf = (flow: Parameters<typeof newProgram>[0]['flow'], script: Parameters<typeof driveRun>[1]) =>
    // The beginning of one that goes round says as much as the whole, and is looked at in no time.
    stampedEvents(driveRun(newProgram({ flow, environment: null }), script).events.slice(0, 1500));

  test('has a view at any number of its events, the same as if it had never gone further', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, fc.nat(), (flow, script, pick) => {
        const events = eventsOf(flow, script);
        const count = 1 + (pick % events.length);
        const shorter = viewsOf(events.slice(0, count)).at(-1);
        expect(pastOf(events).viewAt(count)).toEqual(shorter === undefined ? undefined : asPaused(shorter));
      }),
      { numRuns: runs(60) },
    );
  });

  test('is where it was after any steps back and as many forward', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, fc.nat({ max: 30 }), (flow, script, steps) => {
        const past = pastOf(eventsOf(flow, script));
        const before = [past.length, past.viewAt(past.length)];
        const back = walkedBack(past, steps);
        for (const events of back) expect(past.viewAt(events)?.paused).not.toBeNull();
        expect(walkedForward(past, back)).toEqual(
          back.length === 0 ? [] : [...back.toReversed().slice(1), null],
        );
        expect([past.length, past.viewAt(past.length)]).toEqual(before);
      }),
      { numRuns: runs(60) },
    );
  });
});
