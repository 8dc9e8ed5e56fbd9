// Which answer a prompt gets: its own first, then a rule, then whichever comes next, and none is a null.
import { describe, expect, it } from 'vitest';
import { promptAnswers } from '#shared/scenario/prompt-answers.ts';
import { answerSchema } from '#shared/scenario/scenario.ts';
import { storyId } from '../../../stories/story-id.ts';

const name = storyId('nd', 'Name');
const count = storyId('nd', 'Count');
const answers = (...given: readonly object[]) => promptAnswers(given.map((each) => answerSchema.parse(each)));
const ask = (nodeId: typeof name, text = 'Well?', isRefused = false) => ({ nodeId, text, isRefused });

describe('the answers of a scenario', () => {
  it('go to whatever is asked next, in their order, until there are none', () => {
    const given = answers({ text: 'a' }, { text: 'b' });
    expect([given.next(ask(name)), given.next(ask(count)), given.next(ask(name))]).toEqual(['a', 'b', null]);
  });

  it('go to their own prompt, whatever is asked before', () => {
    const given = answers({ text: 'any' }, { node: count, text: '1' }, { node: count, text: '2' });
    expect([given.next(ask(count)), given.next(ask(name)), given.next(ask(count))]).toEqual([
      '1',
      'any',
      '2',
    ]);
    expect(given.next(ask(count))).toBeNull();
  });

  it('of a rule are given again and again, before those that are for anything', () => {
    const given = answers({ text: 'any' }, { when: { is: 'contains', text: 'else' }, text: 'no' });
    expect([1, 2, 3].map(() => given.next(ask(name, 'Anything else?')))).toEqual(['no', 'no', 'no']);
    expect(given.next(ask(name, 'Your name?'))).toBe('any');
  });

  it('of a rule are not said twice to a question that refused them', () => {
    const given = answers({ when: { is: 'present' }, text: 'ten' }, { when: { is: 'present' }, text: '10' });
    expect(given.next(ask(count))).toBe('ten');
    expect(given.next(ask(count, 'Well?', true))).toBe('10');
    expect(given.next(ask(count, 'Well?', true))).toBeNull();
    expect(given.next(ask(count))).toBe('ten');
  });

  it('of a rule for a node are for that node', () => {
    const given = answers({ node: name, when: { is: 'matches', text: '^Y' }, text: 'Zoë' });
    expect(given.next(ask(count, 'Your number?'))).toBeNull();
    expect(given.next(ask(name, 'Your name?'))).toBe('Zoë');
  });
});
