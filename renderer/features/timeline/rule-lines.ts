import { operatorOf } from '#shared/condition/operator-registry.ts';
import { ruleNumber } from '#shared/condition/rule-place.ts';
import type { RuleOutcome } from '#shared/run-events/condition-event.ts';
import type { TimelineRow } from '#shared/run-events/run-view.ts';
import type { ValuePreview } from '#shared/run-events/value-preview.ts';

/** A rule of a decision as a line of the timeline says it. */
export interface RuleLine {
  readonly key: string;
  readonly label: string;
  /** What was compared: `"open" is "paid"`. */
  readonly compared: string;
  readonly result: string;
}

/** What a condition compared, rule by rule, in the order of its branches. */
export function ruleLines({ seq, decided }: TimelineRow): readonly RuleLine[] {
  return (decided?.branches ?? []).flatMap(({ exit, branch, rules }) =>
    rules.map((rule) => ({
      key: `rule ${String(seq)} ${exit} ${rule.path.join('.')}`,
      // The number first: what is shortened is the name, which the rules of a branch share.
      label: `Rule ${ruleNumber(rule.path)} of ${branch}`,
      compared: comparedWords(rule),
      result: resultWords[rule.outcome],
    })),
  );
}

const resultWords: Readonly<Record<RuleOutcome['outcome'], string>> = {
  met: 'met',
  unmet: 'not met',
  unjudged: 'cannot be judged',
  skipped: 'not looked at',
};

function comparedWords({ operator, left, right, upper, reason }: RuleOutcome): string {
  if (left === undefined) return '';
  const { label } = operatorOf(operator);
  const sides = [shown(left), label, shown(right), upper === undefined ? '' : `and ${shown(upper)}`];
  const words = sides.filter((side) => side !== '').join(' ');
  return reason === null ? words : `${words}: ${reason}`;
}

function shown(value: ValuePreview | undefined): string {
  return value === undefined ? '' : value.json;
}
