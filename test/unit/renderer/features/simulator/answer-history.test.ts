// What the arrow keys bring back in the Simulator.
import { expect, test } from 'vitest';
import {
  answerRemembered,
  answersGivenIn,
} from '../../../../../renderer/features/simulator/answer-history.ts';

test('answers are kept by flow, each once, the newest last, and no more than fifty', () => {
  for (const text of ['one', 'two', ' ', 'one']) answerRemembered('a flow', text);
  expect(answersGivenIn('a flow')).toEqual(['two', 'one']);
  expect(answersGivenIn('another flow')).toEqual([]);
  for (let at = 0; at < 60; at += 1) answerRemembered('a flow', String(at));
  expect(answersGivenIn('a flow')).toHaveLength(50);
  expect(answersGivenIn('a flow').at(-1)).toBe('59');
});
