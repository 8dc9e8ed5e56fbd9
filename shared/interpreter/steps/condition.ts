import { decideCondition, type Decision } from '../../condition/decide-condition.ts';
import type { ReadOperand } from '../../condition/judge-rule.ts';
import { operandOf } from '../../condition/operand.ts';
import { operatorOf } from '../../condition/operator-registry.ts';
import { ruleNumber } from '../../condition/rule-place.ts';
import { succeeded } from '../../outcome/outcome.ts';
import type { TemplateFailure } from '../../template/template-failure.ts';
import type { Rendered, TemplateWarning } from '../../template/rendered.ts';
import type { Turn } from '../turn.ts';
import { failAt, leaveBy, type NodeStep } from './node-step.ts';

/** Takes the first branch whose rules are met, else `else`, and says what it compared. */
export const conditionStep: NodeStep<'condition'> = {
  enter(node, turn) {
    const decided = decideCondition(node.config.branches, operandReader(turn));
    if (!decided.ok) {
      const { branch, path, failure } = decided.failure;
      return failAt(node, `"${branch}", rule ${ruleNumber(path)}: ${failure.message}`);
    }
    const decision = decided.value;
    for (const message of unjudgedSentences(decision))
      turn.tell({ type: 'warned', code: 'rule-unjudged', message });
    turn.tell({ type: 'condition-decided', decision });
    return leaveBy(decision.exit);
  },
};

function operandReader(turn: Turn): ReadOperand<TemplateFailure> {
  return (template, _side, asks) => {
    const rendered = turn.renderSilently(template, 'text', asks);
    if (!rendered.ok) return rendered;
    if (!asks) turn.warn(warningsOf(rendered.value));
    return succeeded(operandOf(rendered.value));
  };
}

/** An operand keeps its `null`, so that no place was left empty; what is unknown is most likely misspelt. */
function warningsOf({ warnings, value }: Rendered): readonly TemplateWarning[] {
  return value === undefined ? warnings : warnings.filter(({ code }) => code !== 'null-value');
}

function unjudgedSentences({ branches }: Decision): readonly string[] {
  return branches.flatMap(({ name, rules }) =>
    rules.flatMap(({ path, rule, judged }) => {
      if (judged?.judgement.outcome !== 'unjudged') return [];
      const { label } = operatorOf(rule.operator);
      const place = `"${name}", rule ${ruleNumber(path)}`;
      return [`${place} ("${label}") counts as not met: ${judged.judgement.reason}.`];
    }),
  );
}
