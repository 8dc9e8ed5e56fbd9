// Rules that hold for the view of every run of every flow, after each of its events.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent, RunEventOf, RunEventType } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';
import { stampedEvents, viewsOf } from '../../../support/told-run.ts';

/** A flow that goes round and round makes 30,000 events; their beginning says as much. */
const longRun = 2000;

const anyDrivenRun = fc
  .tuple(anyFlow, anyScript)
  .map(([flow, script]) => driveRun(newProgram({ flow, environment: null }), script));

/** The events of any run of any flow, to the point where its script has nothing more to say. */
const anyRunEvents = anyDrivenRun.map(({ events }) => stampedEvents(events.slice(0, longRun)));
/** The beginning of any run: what is asked of every single event is asked of these. */
const anyBeginning = anyDrivenRun.map(({ events }) => stampedEvents(events.slice(0, 120)));

function lastView(events: readonly RunEvent[]): RunView {
  const view = events.reduce<RunView | undefined>(projectRunEvent, undefined);
  if (view === undefined) throw new Error('A run has a view from its first event on.');
  return view;
}

const ofType = <Type extends RunEventType>(
  events: readonly RunEvent[],
  type: Type,
): readonly RunEventOf<Type>[] =>
  events.filter((event): event is RunEventOf<Type> => (event.type as string) === type);

const options = { numRuns: runs(60) };

describe('the view of any run', () => {
  test('is made after each of its events', () => {
    fc.assert(
      fc.property(anyBeginning, (events) => {
        expect(viewsOf(events)).toHaveLength(events.length);
      }),
      options,
    );
  });

  test('has the outcome of its last event, and runs until then', () => {
    fc.assert(
      fc.property(anyRunEvents, (events) => {
        const [end] = ofType(events, 'run-ended');
        const view = lastView(events);
        expect(view.outcome).toBe(end?.outcome ?? 'running');
        expect(view.message).toBe(end?.message ?? null);
        if (end !== undefined) expect(lastView(events.slice(0, -1)).outcome).toBe('running');
      }),
      options,
    );
  });

  test('says everything that was said, asked, answered and refused, in order and once', () => {
    fc.assert(
      fc.property(anyRunEvents, (events) => {
        const told = events.flatMap((event) => {
          if (event.type === 'said' || event.type === 'asked') return [`said ${event.text}`];
          if (event.type === 'answered') return [`answered ${event.text}`];
          return event.type === 'answer-refused' ? [`answered ${event.text}`, `refused ${event.reason}`] : [];
        });
        const shown = lastView(events).conversation.flatMap((item) =>
          item.type === 'said' || item.type === 'answered' || item.type === 'refused'
            ? [`${item.type} ${item.text}`]
            : [],
        );
        expect(shown).toEqual(told);
      }),
      options,
    );
  });

  test('waits exactly where the run does', () => {
    fc.assert(
      fc.property(anyDrivenRun, ({ events, state }) => {
        fc.pre(events.length <= longRun);
        const view = lastView(stampedEvents(events));
        const asks = state.waiting?.for === 'answer';
        expect(view.waiting !== null).toBe(asks);
        if (asks) expect(view.waiting?.nodeId).toBe(view.currentNodeId);
      }),
      options,
    );
  });

  test('has a row for every visit, and at most one open in each flow that the run is in', () => {
    fc.assert(
      fc.property(anyRunEvents, (events) => {
        const view = lastView(events);
        const entered = ofType(events, 'node-entered').map(({ nodeId }) => nodeId);
        expect(view.timeline.map(({ nodeId }) => nodeId)).toEqual(entered);
        const open = view.timeline.filter(({ endMs }) => endMs === null).map(({ depth }) => depth);
        expect(new Set(open).size).toBe(open.length);
        expect(open.every((depth) => depth <= view.callers.length)).toBe(true);
        if (view.outcome !== 'running') expect(open).toEqual([]);
        for (const { startMs, endMs } of view.timeline)
          expect(endMs ?? startMs).toBeGreaterThanOrEqual(startMs);
        const visits = Object.values(view.nodes).reduce((sum, node) => sum + node.visits, 0);
        expect(visits).toBe(entered.length);
      }),
      options,
    );
  });

  test('took the connections that were followed, and no others', () => {
    fc.assert(
      fc.property(anyRunEvents, (events) => {
        const followed = ofType(events, 'node-left').flatMap(({ nodeId, through }) =>
          through === null ? [] : [{ node: nodeId, exit: through }],
        );
        const taken = lastView(events).taken.map(({ node, exit }) => ({ node, exit }));
        expect(taken).toEqual(followed);
      }),
      options,
    );
  });

  test('holds the last value that was set under each name', () => {
    fc.assert(
      fc.property(anyRunEvents, (events) => {
        // Each flow that the run is in has variables of its own.
        const flows: Map<string, unknown>[] = [new Map()];
        for (const event of events) {
          const last = flows.at(-1)!;
          if (event.type === 'flow-entered') flows.push(new Map());
          if (event.type === 'flow-left') flows.pop();
          if (event.type !== 'variable-set') continue;
          if (event.unset === true) last.delete(event.name);
          else last.set(event.name, event.value);
        }
        const shown = lastView(events).variables.map(({ name, value }) => [name, value] as const);
        expect(new Map(shown)).toEqual(flows.at(-1));
      }),
      options,
    );
  });

  test('leaves no node running once it is over', () => {
    fc.assert(
      fc.property(anyRunEvents, (events) => {
        const view = lastView(events);
        fc.pre(view.outcome !== 'running');
        const states = Object.values(view.nodes).map(({ state }) => state);
        expect(states).not.toContain('running');
        expect(states).not.toContain('waiting');
        expect(view.currentNodeId).toBeNull();
      }),
      options,
    );
  });

  test('does not change the view that it goes on from', () => {
    fc.assert(
      fc.property(anyBeginning, (events) => {
        const views = viewsOf(events);
        const before = views.map((view) => JSON.stringify(view));
        viewsOf(events);
        expect(views.map((view) => JSON.stringify(view))).toEqual(before);
      }),
      options,
    );
  });
});
