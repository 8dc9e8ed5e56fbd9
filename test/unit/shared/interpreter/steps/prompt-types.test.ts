// What a prompt does with the rules of its type: rendered when it asks, kept while it waits, told to whoever shows them.
import { describe, expect, test } from 'vitest';
import type { VariableSetDraft } from '#shared/interpreter/event-draft.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import type { Value } from '#shared/value/value.ts';
import { storyFlow, type StoryConnection } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { driveRun, told } from '../../../../support/drive-run.ts';

const express = storyId('ch', 'Express');
const pickup = storyId('ch', 'Pickup');
const choices = [
  { id: express, label: 'Express for {{city}}', value: 'exp' },
  { id: pickup, label: 'Pick up', value: '' },
];

const byChoice: readonly StoryConnection[] = [
  ['Ask', express, 'Fast'],
  ['Ask', 'no-answer', 'Silent'],
];

function ask(
  config: Partial<NodeOf<'prompt'>['config']>,
  answers: readonly string[],
  connections: readonly StoryConnection[] = [['Ask', 'next', 'Next'], ...byChoice],
) {
  const flow = storyFlow({
    name: 'Question',
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'city', default: 'Bern' }] }],
      ['Ask', 'prompt', { text: '?', variable: 'answer', ...config }],
      ['Fast', 'message', { text: 'Fast' }],
      ['Next', 'message', { text: 'Next' }],
      ['Silent', 'message', { text: 'Silent' }],
    ],
    connections: [['Start', 'next', 'Ask'], ...connections.filter(([, exit]) => hasExit(config, exit))],
  });
  const driven = driveRun(newProgram({ flow, environment: null }), { answers });
  const set = driven.events.find(
    (event): event is VariableSetDraft => event.type === 'variable-set' && event.name === 'answer',
  );
  const asked = driven.events.find((event) => event.type === 'asked');
  return { ...driven, asked, value: set?.value, told: told(driven.events) };
}

const hasExit = ({ answerType }: Partial<NodeOf<'prompt'>['config']>, exit: string) =>
  answerType === 'choice' || !exit.startsWith('ch_');

describe('a prompt', () => {
  test.each<[NodeOf<'prompt'>['config']['answerType'], string, Value]>([
    ['email', ' ann@Example.org ', 'ann@example.org'],
    ['phone', '+41 44 668 18 00', '+41446681800'],
    ['date', '4 March 2025', '2025-03-04'],
    ['yes-no', 'Yes', true],
    ['file-name', 'invoice.pdf', 'invoice.pdf'],
  ])('of type %s reads %j and tells what was written', (answerType, text, value) => {
    const { value: stored, told, asked } = ask({ answerType }, [text]);
    expect(stored).toBe(value);
    expect(told).toContain(`answered ${text}`);
    expect(told).toContain('node-left next through next');
    expect(asked).toMatchObject({ answerType });
  });

  test('tells the rules of its number', () => {
    const { asked, value } = ask({ answerType: 'number', numberRules: { min: 1, max: 5, whole: true } }, [
      '2.5',
      '2',
    ]);
    expect(asked).toMatchObject({ min: 1, max: 5, whole: true });
    expect(value).toBe(2);
  });

  test('keeps to the rules of its own type only', () => {
    expect(ask({ numberRules: { min: 9 }, dateRules: { earliest: 'never' } }, ['five']).value).toBe('five');
  });
});

describe('the pattern of a text', () => {
  const coupon = { textRules: { pattern: '^[A-Z]{3}-\\d+$', patternText: 'Like ABC-1, dear {{city}}.' } };

  test('takes what it is found in', () => {
    expect(ask(coupon, ['ABC-12']).value).toBe('ABC-12');
  });

  test('has a sentence of its own, which goes before the retry text', () => {
    const { told } = ask({ ...coupon, retryText: 'Again, please.' }, ['abc-12', ' ']);
    expect(told).toContain('answer-refused abc-12: Like ABC-1, dear Bern.');
    expect(told).toContain('answer-refused  : Again, please.');
  });

  test('refuses in the words of the node, else in ours', () => {
    const textRules = { pattern: '^x' };
    expect(ask({ textRules, retryText: 'An x first.' }, ['y']).told.at(-1)).toBe(
      'answer-refused y: An x first.',
    );
    expect(ask({ textRules }, ['y']).told.at(-1)).toBe(
      'answer-refused y: Please answer in the form that is asked for.',
    );
  });

  test('ends the run before it asks where it cannot be read', () => {
    const { told, events } = ask({ textRules: { pattern: '(?=x)' } }, []);
    expect(told.some((each) => each.startsWith('asked'))).toBe(false);
    expect(events.at(-1)).toMatchObject({
      message:
        '"Ask": The pattern of the answer cannot be read; look-around and back-references are not supported.',
    });
  });

  test('does not hang a run', () => {
    const { told } = ask({ textRules: { pattern: '^(a+)+$' } }, [`${'a'.repeat(50_000)}b`]);
    expect(told.some((each) => each.startsWith('answer-refused'))).toBe(true);
  });
});

describe('the bounds of a date', () => {
  test('are templates, rendered when the question is asked', () => {
    const dateRules = { earliest: '{{@today}}', latest: '31.12.2026' };
    const { asked, state } = ask({ answerType: 'date', dateRules }, ['2026-03-11']);
    expect(asked).toMatchObject({ earliest: '2026-03-12', latest: '2026-12-31' });
    expect(state.waiting).toEqual({
      for: 'answer',
      refusals: 1,
      wanted: { answerType: 'date', earliest: '2026-03-12', latest: '2026-12-31' },
    });
  });

  test('do not hold where they give nothing', () => {
    expect(ask({ answerType: 'date', dateRules: { earliest: '{{nobody}}' } }, ['1999-12-31']).value).toBe(
      '1999-12-31',
    );
  });

  test('end the run where they give no date', () => {
    expect(ask({ answerType: 'date', dateRules: { latest: '{{city}}' } }, []).events.at(-1)).toMatchObject({
      message: '"Ask": The latest date is "Bern", which is no date. Write it like 2025-03-04.',
    });
  });
});

describe('a choice', () => {
  const choice = { answerType: 'choice', choices } as const;

  test('is told with its labels', () => {
    expect(ask(choice, []).asked).toMatchObject({
      choices: [
        { id: express, label: 'Express for Bern', value: 'exp' },
        { id: pickup, label: 'Pick up', value: 'Pick up' },
      ],
    });
  });

  test('leaves by the exit of its own', () => {
    const { told, value } = ask(choice, ['express for bern']);
    expect(value).toBe('exp');
    expect(told).toContain(`node-left ${express} through ${express}`);
    expect(told).toContain('said Fast');
  });

  test('leaves by next where its own exit has no connection', () => {
    const { told, value } = ask(choice, ['2']);
    expect(value).toBe('Pick up');
    expect(told).toContain(`node-left ${pickup} through next`);
    expect(told).toContain('said Next');
  });

  test('ends the run normally where neither has one', () => {
    expect(ask(choice, ['2'], byChoice).events.at(-1)).toMatchObject({ type: 'run-ended', outcome: 'ended' });
  });

  test('is refused like any other answer', () => {
    expect(ask({ ...choice, limit: 1 }, ['by drone']).told.slice(-6)).toContain('said Silent');
    expect(ask(choice, ['by drone']).told.at(-1)).toBe(
      'answer-refused by drone: Please pick one of these: Express for Bern, Pick up.',
    );
  });

  test('has to be there', () => {
    expect(ask({ answerType: 'choice' }, [], []).events.at(-1)).toMatchObject({
      message: '"Ask": It has no choices to pick from. Add one.',
    });
  });

  test('keeps what it asked for while it waits', () => {
    const { state } = ask(choice, ['nothing']);
    expect(state.waiting).toMatchObject({
      refusals: 1,
      wanted: { choices: [{ label: 'Express for Bern' }, {}] },
    });
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});
