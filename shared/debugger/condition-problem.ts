import { describeProblem } from '../template/describe-problem.ts';
import { WorkBudget } from '../template/evaluation/work-budget.ts';
import { readyTemplate } from '../template/ready-template.ts';
import { conditionTemplate } from './breakpoint-condition.ts';

/** What is wrong with a condition as it is written, before any run: a sentence, or `null` where it can be judged. */
export function conditionProblem(condition: string): string | null {
  const template = conditionTemplate(condition);
  const ready = readyTemplate(template, new WorkBudget(undefined));
  return ready.ok ? null : describeProblem(ready.failure, template, 'text').message;
}
