import type { NodeId } from '../ids/ids.ts';
import { judgeValue } from './judge-value.ts';
import type { ScenarioAnswer } from './scenario.ts';

/** A question that waits for an answer. */
export interface OpenQuestion {
  readonly nodeId: NodeId | undefined;
  readonly text: string;
  /** Whether the answer before was refused and the question is still open. */
  readonly isRefused: boolean;
}

/** The answers of a scenario, given one by one. */
export interface PromptAnswers {
  /** What to answer now; `null` where nothing is left to say. */
  next(question: OpenQuestion): string | null;
}

/**
 * Makes the answers of a scenario ready for one run. An answer for the node comes first, then the first rule that fits, then
 * the next of those that are for whatever is asked. A rule that was refused is not tried again at the same question, since it
 * would say the same.
 */
export function promptAnswers(answers: readonly ScenarioAnswer[]): PromptAnswers {
  const left = new Set(answers.filter(({ when }) => when === undefined));
  const rules = answers.filter(({ when }) => when !== undefined);
  const refused = new Set<ScenarioAnswer>();
  let tried: ScenarioAnswer | null = null;
  const used = (answer: ScenarioAnswer | undefined): string | null => {
    if (answer === undefined) return null;
    left.delete(answer);
    return answer.text;
  };
  return {
    next({ isRefused, nodeId, text }) {
      if (!isRefused) refused.clear();
      else if (tried !== null) refused.add(tried);
      tried = null;
      const waiting = [...left];
      const own = waiting.find(({ node }) => node !== undefined && node === nodeId);
      if (own !== undefined) return used(own);
      const rule = rules.find(
        (each) =>
          !refused.has(each) &&
          isFor(each, nodeId) &&
          each.when !== undefined &&
          judgeValue(each.when, text).passed,
      );
      if (rule !== undefined) {
        tried = rule;
        return rule.text;
      }
      return used(waiting.find(({ node }) => node === undefined));
    },
  };
}

function isFor({ node }: ScenarioAnswer, nodeId: NodeId | undefined): boolean {
  return node === undefined || node === nodeId;
}
