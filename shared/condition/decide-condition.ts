import {
  elseExit,
  isRuleGroup,
  type ConditionBranch,
  type ConditionRule,
  type RuleGroup,
} from '../nodes/condition-node.ts';
import { branchName } from '../nodes/exit-name.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { judgeRule, type JudgedRule, type ReadOperand } from './judge-rule.ts';
import { ruleEntries } from './rule-entries.ts';
import type { RulePath } from './rule-place.ts';

/** What a condition decided and why: the exit that is taken, and the branches up to it. */
export interface Decision {
  readonly exit: string;
  /** What the window calls the exit. */
  readonly name: string;
  readonly branches: readonly DecidedBranch[];
}

export interface DecidedBranch {
  readonly exit: string;
  readonly name: string;
  readonly met: boolean;
  readonly rules: readonly DecidedRule[];
}

/** A rule with its judgement; `null` where it was not looked at, since the rules before it decided. */
export interface DecidedRule {
  readonly path: RulePath;
  readonly rule: ConditionRule;
  readonly judged: JudgedRule | null;
}

/** Why there is no decision: the failure of a template, and where the template stands. */
export interface UndecidedCondition<Failure> {
  readonly failure: Failure;
  readonly branch: string;
  readonly path: RulePath;
}

/**
 * Decides a condition: the first branch whose rules are met, else `else`. Rules are looked at in their order and only until
 * they have decided, so that a rule can stand guard for those behind it; branches after the one that is taken are not
 * looked at.
 */
export function decideCondition<Failure>(
  branches: readonly ConditionBranch[],
  read: ReadOperand<Failure>,
): Outcome<Decision, UndecidedCondition<Failure>> {
  const decided: DecidedBranch[] = [];
  for (const [at, branch] of branches.entries()) {
    const name = branchName(branch, at) ?? '';
    const walk = new RuleWalk(read);
    const met = walk.isMet(branch, []);
    if (walk.stopped !== null) return failed({ ...walk.stopped, branch: name });
    const rules = ruleEntries(branch.rules).map((entry) => ({
      ...entry,
      judged: walk.judged.get(entry.path.join()) ?? null,
    }));
    decided.push({ exit: branch.id, name, met, rules });
    if (met) return succeeded({ exit: branch.id, name, branches: decided });
  }
  return succeeded({ exit: elseExit, name: elseExit, branches: decided });
}

/** One walk through the rules of a branch, with what it has found. */
class RuleWalk<Failure> {
  readonly judged = new Map<string, JudgedRule>();
  stopped: { readonly failure: Failure; readonly path: RulePath } | null = null;
  readonly #read: ReadOperand<Failure>;

  constructor(read: ReadOperand<Failure>) {
    this.#read = read;
  }

  isMet({ match, rules }: RuleGroup, above: RulePath): boolean {
    if (rules.length === 0) return false;
    const decides = match === 'any';
    for (const [at, item] of rules.entries()) {
      const path = [...above, at];
      const met = isRuleGroup(item) ? this.isMet(item, path) : this.#isRuleMet(item, path);
      if (this.stopped !== null) return false;
      if (met === decides) return decides;
    }
    return !decides;
  }

  #isRuleMet(rule: ConditionRule, path: RulePath): boolean {
    const judged = judgeRule(rule, this.#read);
    if (!judged.ok) {
      this.stopped = { failure: judged.failure, path };
      return false;
    }
    this.judged.set(path.join(), judged.value);
    return judged.value.judgement.outcome === 'met';
  }
}
