// What is kept of a long run: little, and yet whoever judges or reports it finds what there was in all of its events.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { transcript } from '#shared/run-events/transcript.ts';
import { coveredKeys } from '#shared/scenario/coverage.ts';
import { expectationSchema } from '#shared/scenario/expectation.ts';
import { everyEvent, judgedEvents } from '#shared/scenario/judged-events.ts';
import { runFacts } from '#shared/scenario/run-facts.ts';
import { runs } from '../../../support/runs.ts';
import {
  called,
  ended,
  entered,
  left,
  nodeId,
  said,
  set,
  toldRun,
  type ToldEvent,
} from '../../../support/told-scenario-run.ts';

const place = { node: 'Get order', attempt: 1, exchange: 1 };
const sent: ToldEvent = {
  type: 'exchange-started',
  ...place,
  method: 'POST',
  url: 'https://shop.example/orders',
  headers: [],
  bodySizeBytes: 2,
};
const phase: ToldEvent = { type: 'exchange-phase', ...place, phase: 'wait', startMs: 1, tookMs: 2 };
const [prepared, begun, over] = called('Get order', '{}') as [ToldEvent, ToldEvent, ToldEvent];
const call = [prepared, begun, sent, phase, over];

const inner = { node: 'Track', flowId: 'fl_aaaaaaaaaaaa' };
const flowEntered: ToldEvent = { type: 'flow-entered', ...inner, flowName: 'Inner' };
const flowLeft: ToldEvent = { type: 'flow-left', ...inner, outcome: 'ended', message: null, result: null };
const unset: ToldEvent = {
  type: 'variable-set',
  name: 'a',
  value: { type: 'null', json: 'null', truncated: false },
  unset: true,
};

const anyRound: fc.Arbitrary<readonly ToldEvent[]> = fc.oneof(
  fc.constantFrom<readonly ToldEvent[]>(
    [entered('Get order'), ...call, left('Get order', 'success')],
    [flowEntered],
    [flowLeft],
    [unset],
    [said('Greet', 'Hello')],
    [
      { type: 'wait-started', node: 'Greet', plannedMs: 5 },
      { type: 'wait-ended', node: 'Greet', afterMs: 5 },
    ],
    called('Track', '{"id":1}', null),
  ),
  fc.tuple(fc.constantFrom('a', 'b'), fc.nat(9)).map(([name, n]) => [set(name, String(n))]),
);
const anyRun = fc.array(anyRound, { maxLength: 30 }).map((rounds) => toldRun([...rounds.flat(), ended()]));

const kept = (events: readonly RunEvent[], node?: string): readonly RunEvent[] => {
  const expectation = node === undefined ? [] : [{ type: 'call', node: nodeId(node) }];
  const gathered = judgedEvents({ expect: expectation.map((each) => expectationSchema.parse(each)) });
  for (const event of events) gathered.note([event]);
  return gathered.all();
};

const conversation = (events: readonly RunEvent[]): string => {
  const view = events.reduce<RunView | undefined>(projectRunEvent, undefined);
  return view === undefined ? '' : transcript(view, 'plain', (id) => id);
};

describe('the events that are kept of a run', () => {
  it('say the same of its variables, its way, its conversation and its coverage', () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        const few = kept(events);
        const { calls, ...facts } = runFacts(few);
        const { calls: allCalls, ...allFacts } = runFacts(events);
        expect(facts).toEqual(allFacts);
        expect(
          calls.map(({ nodeId: at, prepared: made, ended: end }) => [at, made?.seq, end?.status]),
        ).toEqual(allCalls.map(({ nodeId: at, prepared: made, ended: end }) => [at, made?.seq, end?.status]));
        expect(conversation(few)).toBe(conversation(events));
        expect(coveredKeys(few)).toEqual(coveredKeys(events));
      }),
      { numRuns: runs(200) },
    );
  });

  it('hold whole calls of a node that something is expected of', () => {
    const events = toldRun([...call, ...called('Track', '{"id":1}'), ended()]);
    expect(runFacts(kept(events, 'Get order')).calls[0]).toEqual(runFacts(events).calls[0]);
    expect(runFacts(kept(events, 'Get order')).calls[1]?.prepared?.request.body).toEqual({ type: 'none' });
  });

  it('do not grow by what is replaced or passes between request and response', () => {
    const rounds = (count: number) => Array.from({ length: count }, () => [phase, set('a', '1')]).flat();
    expect(kept(toldRun([...rounds(100), ended()]))).toHaveLength(
      kept(toldRun([...rounds(2), ended()])).length,
    );
  });
});

it('all events are kept as they are for whoever shows whole runs', () => {
  const events = toldRun([...call, set('a', '1'), set('a', '2'), ended()]);
  const gathered = everyEvent();
  for (const event of events) gathered.note([event]);
  expect(gathered.all()).toEqual(events);
});
