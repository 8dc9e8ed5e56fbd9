import {
  elseExit,
  isRuleGroup,
  type ConditionBranch,
  type ConditionRule,
  type RuleGroup,
} from '../nodes/condition-node.ts';
import { branchName } from '../nodes/exit-name.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { renderTemplate } from '../template/render-template.ts';
import { templateNames } from '../template/template-names.ts';
import type { ValueObject } from '../value/value.ts';
import { judgeRule } from './judge-rule.ts';
import type { Judgement } from './judgement.ts';
import { operandOf, type Operand } from './operand.ts';
import { operatorOf } from './operator-registry.ts';
import { ruleEntries } from './rule-entries.ts';
import type { RulePath } from './rule-place.ts';

/** What a condition would do with the values at hand. */
export interface ConditionPreview {
  /** The exit that a run would take; `null` where that cannot be told yet. */
  readonly exit: string | null;
  /** What the exit is called. */
  readonly name: string | null;
  readonly branches: readonly PreviewedBranch[];
  /** Names that rules read and that have no value at hand, so that they could not be judged. */
  readonly lacking: readonly string[];
}

export interface PreviewedBranch {
  readonly exit: string;
  readonly rules: readonly PreviewedRule[];
}

/** `unknown` for want of a value, `failed` where a template cannot be rendered. */
export interface PreviewedRule {
  readonly path: RulePath;
  readonly outcome: Judgement['outcome'] | 'unknown' | 'failed';
  /** Why it is not judged; `null` where it is. */
  readonly reason: string | null;
  readonly lacking: readonly string[];
}

/** What a preview is made with. */
export interface ConditionValues {
  /** Variables and values of the environment. */
  readonly values: ValueObject;
  /** ISO 8601: stands for `@now`. */
  readonly now: string;
  readonly flow: { readonly id: string; readonly name: string };
}

/** Judges every rule with the values at hand, also those that a run would not look at, and tells which exit it would take. */
export function previewCondition(
  branches: readonly ConditionBranch[],
  given: ConditionValues,
): ConditionPreview {
  const previewed = branches.map((branch) => {
    const rules = ruleEntries(branch.rules).map(({ rule, path }) => ({ ...previewRule(rule, given), path }));
    const outcomes = new Map(rules.map(({ path, outcome }) => [path.join(), outcome]));
    return { exit: branch.id, rules, truth: truthOf(branch, [], outcomes) };
  });
  const at = previewed.findIndex(({ truth }) => truth !== 'unmet');
  const first = previewed[at];
  const isTold = first === undefined || first.truth === 'met';
  const exit = isTold ? (first?.exit ?? elseExit) : null;
  const name = exit === elseExit ? elseExit : branchName(branches[at], at);
  const lacking = previewed.flatMap(({ rules }) => rules.flatMap((rule) => rule.lacking));
  return {
    exit,
    name: isTold ? name : null,
    branches: previewed.map(({ exit: branch, rules }) => ({ exit: branch, rules })),
    lacking: [...new Set(lacking)],
  };
}

type Truth = 'met' | 'unmet' | 'unknown' | 'failed';

/** As a run goes through the rules: in their order, until they have decided or a template fails. */
function truthOf(
  { match, rules }: RuleGroup,
  above: RulePath,
  outcomes: ReadonlyMap<string, PreviewedRule['outcome']>,
): Truth {
  const [decides, otherwise] = match === 'any' ? (['met', 'unmet'] as const) : (['unmet', 'met'] as const);
  let truth: Truth = rules.length === 0 ? 'unmet' : otherwise;
  for (const [at, item] of rules.entries()) {
    const path = [...above, at];
    const found = isRuleGroup(item) ? truthOf(item, path, outcomes) : truthOfRule(outcomes.get(path.join()));
    if (found === 'failed' || found === decides) return found;
    if (found === 'unknown') truth = 'unknown';
  }
  return truth;
}

function truthOfRule(outcome: PreviewedRule['outcome'] = 'unknown'): Truth {
  return outcome === 'unjudged' ? 'unmet' : outcome;
}

function previewRule(rule: ConditionRule, given: ConditionValues): Omit<PreviewedRule, 'path'> {
  const lacking = namesLacking(rule, given.values);
  if (lacking.length > 0)
    return { outcome: 'unknown', reason: `${lacking.join(', ')} has no value yet`, lacking };
  const judged = judgeRule(rule, (template) => readOperand(template, given));
  if (!judged.ok) return { outcome: 'failed', reason: judged.failure, lacking };
  const { judgement } = judged.value;
  return {
    outcome: judgement.outcome,
    reason: judgement.outcome === 'unjudged' ? judgement.reason : null,
    lacking,
  };
}

/** Names without a value, but for those that a rule or a template asks for: to have none is an answer then. */
function namesLacking(rule: ConditionRule, values: ValueObject): readonly string[] {
  const { asks, compares } = operatorOf(rule.operator);
  const templates = [
    rule.left,
    ...(compares > 0 ? [rule.right ?? ''] : []),
    ...(compares > 1 ? [rule.upper ?? ''] : []),
  ];
  const names = templates
    .flatMap((template) => templateNames(template))
    .filter(({ asked }) => !asked && !asks)
    .map(({ name }) => name);
  return [...new Set(names)].filter(
    (name) => isOfRun(name) || !(name.startsWith('@') || Object.hasOwn(values, name)),
  );
}

/** What only a run has: who talks to it, and its own id. */
function isOfRun(name: string): boolean {
  return name === '@run' || name === '@request';
}

const sampleUuid = '00000000-0000-4000-8000-000000000000';

function readOperand(template: string, { values, now, flow }: ConditionValues): Outcome<Operand, string> {
  const rendered = renderTemplate(template, 'text', {
    variables: values,
    environment: values,
    system: { now, uuid: () => sampleUuid, flow },
  });
  return rendered.ok ? succeeded(operandOf(rendered.value)) : failed(rendered.failure.message);
}
