// The step that waits for a person, whose answers may not fit.
import { describe, expect, test } from 'vitest';
import type { VariableSetDraft } from '#shared/interpreter/event-draft.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import { storyFlow } from '../../../../stories/story-flow.ts';
import { driveRun, told } from '../../../../support/drive-run.ts';

function ask(config: Partial<NodeOf<'prompt'>['config']>, answers: readonly string[]) {
  const flow = storyFlow({
    name: 'Question',
    nodes: [
      ['Start', 'start', {}],
      ['Ask', 'prompt', { text: 'Which order?', variable: 'order_id', answerType: 'number', ...config }],
      ['Answered', 'message', { text: 'Answered' }],
      ['Silent', 'message', { text: 'Silent' }],
    ],
    connections: [
      ['Start', 'next', 'Ask'],
      ['Ask', 'next', 'Answered'],
      ['Ask', 'no-answer', 'Silent'],
    ],
  });
  const driven = driveRun(newProgram({ flow, environment: null }), { answers });
  const set = driven.events.find((event): event is VariableSetDraft => event.type === 'variable-set');
  return { ...driven, set, told: told(driven.events) };
}

describe('Prompt', () => {
  test('asks and waits', () => {
    const { told, effects, state } = ask({}, []);
    expect(told.at(-1)).toBe('asked Which order?');
    expect(effects).toMatchObject([{ type: 'ask', answerType: 'number' }]);
    expect(state.waiting).toEqual({ for: 'answer', refusals: 0 });
  });

  test.each([
    ['10482', 10482],
    [' 10482 ', 10482],
    ['12345678901234567890', new ExactNumber('12345678901234567890')],
    ['1.10', new ExactNumber('1.10')],
  ])('stores %j as a number', (text, value) => {
    const { set, told } = ask({}, [text]);
    expect(set).toMatchObject({ name: 'order_id', value });
    expect(told).toContain(`answered ${text}`);
    expect(told).toContain('said Answered');
  });

  test('stores a text as it was written', () => {
    const { set } = ask({ answerType: 'text' }, [' {{10482}} ']);
    expect(set?.value).toBe(' {{10482}} ');
  });

  test('refuses what is no number, in words of its own, and asks again', () => {
    const { told, effects, state } = ask({}, ['ten']);
    expect(told.at(-1)).toBe('answer-refused ten: Please answer with a number, such as 42 or 3.5.');
    expect(effects).toHaveLength(2);
    expect(state.waiting).toEqual({ for: 'answer', refusals: 1 });
  });

  test('refuses an empty text', () => {
    expect(ask({ answerType: 'text' }, [' ']).told.at(-1)).toBe('answer-refused  : Please write an answer.');
  });

  test('refuses in the words of the flow', () => {
    const { told } = ask({ retryText: 'Digits only, please: {{missing}}' }, ['ten']);
    expect(told.slice(-2)).toEqual(['warned', 'answer-refused ten: Digits only, please: ']);
  });

  test('takes a good answer after bad ones', () => {
    const { told, set } = ask({}, ['ten', '', '10']);
    expect(set?.value).toBe(10);
    expect(told.filter((each) => each.startsWith('answer-refused'))).toHaveLength(2);
  });

  test('leaves by no-answer after its limit', () => {
    const { told } = ask({ limit: 2 }, ['ten', 'eleven']);
    expect(told).toContain('node-left no-answer through no-answer');
    expect(told).toContain('said Silent');
  });

  test('asks without end where there is no limit', () => {
    const answers = Array.from({ length: 200 }, () => 'ten');
    expect(ask({ limit: null }, answers).state.waiting).toEqual({ for: 'answer', refusals: 200 });
  });

  test('does not ask for what it could not store', () => {
    const { told, events } = ask({ variable: 'order id' }, []);
    expect(told).not.toContain('asked Which order?');
    expect(events.at(-1)).toMatchObject({
      outcome: 'failed',
      message: '"Ask": The answer cannot be stored under "order id", which is no variable name.',
    });
  });

  test('ends the run as failed where its templates cannot be read', () => {
    expect(ask({ text: '{{#if}}' }, []).events.at(-1)).toMatchObject({ outcome: 'failed' });
    expect(ask({ retryText: '{{#if}}' }, ['ten']).events.at(-1)).toMatchObject({ outcome: 'failed' });
  });
});
