import type { DecidedRule } from '#shared/condition/decide-condition.ts';
import type { Operand } from '#shared/condition/operand.ts';
import type { ConditionDecidedDraft } from '#shared/interpreter/event-draft.ts';
import type { RuleOutcome } from '#shared/run-events/condition-event.ts';
import type { RunEventOf } from '#shared/run-events/run-event.ts';
import type { ValuePreview } from '#shared/run-events/value-preview.ts';
import { previewValue } from './preview-value.ts';

/** Bytes of an operand that an event has: enough to see what was compared, and little where rules are many. */
const operandBytes = 512;

type Scrub = (text: string) => string;

/** What may be seen of a decision: names and short beginnings of what was compared, without secrets. */
export function decidedEvent(
  { decision: { exit, name, branches }, ...draft }: ConditionDecidedDraft,
  scrub: Scrub,
): Omit<RunEventOf<'condition-decided'>, 'v' | 'runId' | 'seq' | 'at'> {
  return {
    ...draft,
    exit,
    branch: scrub(name),
    branches: branches.map((branch) => ({
      exit: branch.exit,
      branch: scrub(branch.name),
      met: branch.met,
      rules: branch.rules.map((rule) => ruleOutcome(rule, scrub)),
    })),
  };
}

function ruleOutcome({ path, rule, judged }: DecidedRule, scrub: Scrub): RuleOutcome {
  const { operator } = rule;
  if (judged === null) return { path: [...path], operator, outcome: 'skipped', reason: null };
  const { judgement, operands } = judged;
  const [left, right, upper] = operands.map((operand) => operandPreview(operand, scrub));
  return {
    path: [...path],
    operator,
    outcome: judgement.outcome,
    reason: judgement.outcome === 'unjudged' ? judgement.reason : null,
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    ...(upper === undefined ? {} : { upper }),
  };
}

function operandPreview({ value }: Operand, scrub: Scrub): ValuePreview {
  const { type, json, truncated } = previewValue(value, { scrub }, operandBytes);
  return { type, json, truncated };
}
