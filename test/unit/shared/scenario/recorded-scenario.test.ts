// A run as a scenario: it answers the same, expects the same, and says why where that cannot be.
import { describe, expect, it, test } from 'vitest';
import {
  faultOfFailure,
  numberedCalls,
  recordedScenario,
  unrecordable,
} from '#shared/scenario/recorded-scenario.ts';
import { judgeRun } from '#shared/scenario/judge-run.ts';
import { firstPersona } from '#shared/settings/persona.ts';
import { storyId } from '../../../stories/story-id.ts';
import {
  called,
  ended,
  entered,
  nodeId,
  said,
  toldRun,
  type ToldEvent,
} from '../../../support/told-scenario-run.ts';

const asked = (text: string): ToldEvent => ({
  type: 'asked',
  node: 'Ask',
  text,
  answerType: 'text',
});
const answered = (text: string): ToldEvent => ({ type: 'answered', node: 'Ask', text });
const refused = (text: string): ToldEvent => ({
  type: 'answer-refused',
  node: 'Ask',
  text,
  reason: 'Digits only.',
});

const events = toldRun([
  entered('Start'),
  entered('Ask'),
  asked('Which?'),
  refused('ten'),
  answered('10'),
  entered('Call'),
  ...called('Call', null),
  ...called('Call', null, 404),
  entered('Says'),
  said('Says', 'Here it is.'),
  ended(),
]);
const recorded = recordedScenario({
  id: storyId('sc', 'Recorded'),
  name: 'Recorded',
  flow: storyId('fl', 'told'),
  environment: null,
  persona: firstPersona,
  inputs: { title: 'Order' },
  events,
  standIns: [],
});

describe('a recorded scenario', () => {
  it('says what the person said, also what was refused, at the prompt that it was said at', () => {
    expect(recorded.answers).toEqual([
      { node: nodeId('Ask'), text: 'ten' },
      { node: nodeId('Ask'), text: '10' },
    ]);
    expect(recorded.inputs).toEqual([{ name: 'title', value: 'Order' }]);
    expect(recorded.clock).toBe(events[0]!.at);
    expect(recorded.network).toBe('refused');
  });

  it('passes with the run that it was recorded from', () => {
    expect(recorded.expect.map(({ type }) => type)).toEqual(['call', 'call', 'calls', 'end']);
    expect(judgeRun(recorded, events, (id) => id).filter(({ passed }) => !passed)).toEqual([]);
  });

  it('fails where something else was said', () => {
    const other = toldRun([...[entered('Start'), entered('Says')], said('Says', 'Something else.'), ended()]);
    expect(judgeRun(recorded, other, (id) => id).some(({ passed }) => !passed)).toBe(true);
  });
});

it('numbers the calls of each node', () => {
  expect(numberedCalls(events).map(({ nth }) => nth)).toEqual([1, 2]);
});

describe('a run that cannot be told as a scenario says why', () => {
  const isStart = (id: string | undefined) => id === nodeId('Start');
  test.each([
    ['under way', [entered('Start')], 'It is not over'],
    ['stopped', [entered('Start'), { ...ended(), outcome: 'cancelled' }], 'It was stopped'],
    ['begun in the middle', [entered('Says'), ended()], 'did not begin at the Start'],
  ] as const)('%s', (_name, told, reason) => {
    expect(unrecordable(toldRun(told), isStart)).toContain(reason);
  });
  it('and one that was run to its end can be', () => {
    expect(unrecordable(events, isStart)).toBeNull();
  });
});

test.each([
  ['timeout-response', { kind: 'timeout', clock: 'response', inRealTime: false }],
  ['connection-refused', { kind: 'refused' }],
  ['certificate-expired', { kind: 'tls', trouble: 'certificate-expired' }],
])('a call that failed with %s is failed in the same way', (code, fault) => {
  expect(faultOfFailure(code)).toEqual({ type: 'fault', fault, attempts: 'all', then: null });
});

it('knows no fault for what it does not know', () => {
  expect(faultOfFailure('proxy-refused')).toBeNull();
  expect(faultOfFailure(null)).toBeNull();
});
