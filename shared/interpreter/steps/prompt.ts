import { isVariableName } from '../../flow/variable-name.ts';
import type { NodeOf } from '../../nodes/node.ts';
import type { Value } from '../../value/value.ts';
import { readNumber } from '../read-number.ts';
import type { Turn } from '../turn.ts';
import { failAt, leaveBy, type NodeStep, type StepEnd } from './node-step.ts';

type Prompt = NodeOf<'prompt'>;

/** Asks, and stores the first answer that fits. */
export const promptStep: NodeStep<'prompt'> = {
  enter(node, turn) {
    const { text, variable, answerType } = node.config;
    // Asked before the question is: an answer that cannot be kept should not be asked for.
    if (!isVariableName(variable))
      return failAt(node, `The answer cannot be stored under "${variable}", which is no variable name.`);
    const rendered = turn.render(text, 'text');
    if (!rendered.ok) return failAt(node, rendered.failure.message);
    turn.tell({ type: 'asked', text: rendered.value.text, answerType });
    return askedFor(node, turn, 0);
  },

  resume(node, turn, input, waiting) {
    if (input.type !== 'answer' || waiting.for !== 'answer')
      throw new Error('A prompt waits for an answer and got something else.');
    const value = readAnswer(node, input.text);
    if (value === undefined) return refuse(node, turn, input.text, waiting.refusals + 1);
    turn.tell({ type: 'answered', text: input.text });
    turn.setVariable(node.config.variable, value);
    return leaveBy('next');
  },
};

function askedFor(node: Prompt, turn: Turn, refusals: number): StepEnd {
  turn.want({ type: 'ask', nodeId: node.id, answerType: node.config.answerType });
  return { then: 'wait', waiting: { for: 'answer', refusals } };
}

function readAnswer(node: Prompt, text: string): Value | undefined {
  if (node.config.answerType === 'number') return readNumber(text) ?? undefined;
  return text.trim() === '' ? undefined : text;
}

function refuse(node: Prompt, turn: Turn, text: string, refusals: number): StepEnd {
  const { retryText, answerType, limit } = node.config;
  const rendered = turn.render(retryText, 'text');
  if (!rendered.ok) return failAt(node, rendered.failure.message);
  const reason = rendered.value.text === '' ? ownRetryText[answerType] : rendered.value.text;
  turn.tell({ type: 'answer-refused', text, reason });
  return limit !== null && refusals >= limit ? leaveBy('no-answer') : askedFor(node, turn, refusals);
}

const ownRetryText: Readonly<Record<Prompt['config']['answerType'], string>> = {
  text: 'Please write an answer.',
  number: 'Please answer with a number, such as 42 or 3.5.',
};
