import { isVariableName } from '../../flow/variable-name.ts';
import type { NodeOf } from '../../nodes/node.ts';
import { failed, succeeded, type Outcome } from '../../outcome/outcome.ts';
import type { WantedAnswer } from '../../run-events/wanted-answer.ts';
import { hasPattern, patternTrouble } from '../answers/answer-pattern.ts';
import { readAnswer } from '../answers/read-answer.ts';
import { wantedOf } from '../answers/wanted-of.ts';
import type { Waiting } from '../run-state.ts';
import type { Turn } from '../turn.ts';
import { failAt, leaveBy, type NodeStep, type StepEnd } from './node-step.ts';

type Prompt = NodeOf<'prompt'>;

/** Asks, and stores the first answer that fits. */
export const promptStep: NodeStep<'prompt'> = {
  enter(node, turn) {
    const { config } = node;
    // Asked before the question is: an answer that cannot be kept should not be asked for.
    if (!isVariableName(config.variable))
      return failAt(
        node,
        `The answer cannot be stored under "${config.variable}", which is no variable name.`,
      );
    const trouble = patternTrouble(patternOf(node));
    if (trouble !== null) return failAt(node, trouble);
    const text = rendered(config.text, turn);
    if (!text.ok) return failAt(node, text.failure);
    const wanted = wantedOf(config, (template) => rendered(template, turn));
    if (!wanted.ok) return failAt(node, wanted.failure);
    turn.tell({ type: 'asked', text: text.value, ...wanted.value });
    return askedFor(node, turn, { for: 'answer', refusals: 0, ...kept(wanted.value) });
  },

  resume(node, turn, input, waiting) {
    if (input.type !== 'answer' || waiting.for !== 'answer')
      throw new Error('A prompt waits for an answer and got something else.');
    const read = readAnswer(input.text, wantedIn(node, waiting));
    if (!read.ok) return refuse(node, turn, input.text, waiting, { own: read.failure, first: '' });
    if (!hasPattern(input.text, patternOf(node)))
      return refuse(node, turn, input.text, waiting, {
        own: 'Please answer in the form that is asked for.',
        first: node.config.textRules?.patternText ?? '',
      });
    turn.tell({ type: 'answered', text: input.text });
    turn.setVariable(node.config.variable, read.value.value);
    const { choice } = read.value;
    return choice === null ? leaveBy('next') : leaveBy(choice, 'next');
  },
};

type WaitingForAnswer = Extract<Waiting, { for: 'answer' }>;

/** What was rendered for the question goes with the state: rendered again it could have changed. */
function kept(wanted: WantedAnswer): { readonly wanted?: WantedAnswer } {
  return wanted.answerType === 'choice' || wanted.answerType === 'date' ? { wanted } : {};
}

function wantedIn({ config }: Prompt, { wanted }: WaitingForAnswer): WantedAnswer {
  if (wanted !== undefined) return wanted;
  const said = wantedOf(config, () => failed('Nothing is rendered here.'));
  return said.ok ? said.value : { answerType: config.answerType };
}

function patternOf({ config }: Prompt): string {
  return config.answerType === 'text' ? (config.textRules?.pattern ?? '') : '';
}

function rendered(template: string, turn: Turn): Outcome<string, string> {
  const read = turn.render(template, 'text');
  return read.ok ? succeeded(read.value.text) : failed(read.failure.message);
}

function askedFor(node: Prompt, turn: Turn, waiting: WaitingForAnswer): StepEnd {
  turn.want({ type: 'ask', nodeId: node.id, answerType: node.config.answerType });
  return { then: 'wait', waiting };
}

/** Sentences of a refusal: `own` is ours, `first` a template that goes before the node's retry text. */
interface Refusal {
  readonly own: string;
  readonly first: string;
}

function refuse(
  node: Prompt,
  turn: Turn,
  text: string,
  waiting: WaitingForAnswer,
  { own, first }: Refusal,
): StepEnd {
  const { retryText, limit } = node.config;
  const said = rendered(first === '' ? retryText : first, turn);
  if (!said.ok) return failAt(node, said.failure);
  turn.tell({ type: 'answer-refused', text, reason: said.value === '' ? own : said.value });
  const refusals = waiting.refusals + 1;
  return limit !== null && refusals >= limit
    ? leaveBy('no-answer')
    : askedFor(node, turn, { ...waiting, refusals });
}
