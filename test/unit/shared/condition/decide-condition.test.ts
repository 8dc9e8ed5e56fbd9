// Which way a condition takes: the order of branches, all and any in groups, and what is not looked at.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCondition, type Decision } from '#shared/condition/decide-condition.ts';
import type { ReadOperand } from '#shared/condition/judge-rule.ts';
import {
  isRuleGroup,
  type ConditionRule,
  type RuleGroup,
  type RuleOrGroup,
} from '#shared/nodes/condition-node.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import { anyBranches, anyGroupOf } from '../../../support/any-condition.ts';
import { runs } from '../../../support/runs.ts';
import { storyId } from '../../../stories/story-id.ts';

/** A rule whose outcome is what it says, so that only the arrangement of rules decides. */
const says = (left: 'yes' | 'no' | 'cannot tell' | 'breaks'): ConditionRule =>
  left === 'cannot tell'
    ? { left, operator: 'number-less', right: '1' }
    : { left, operator: 'text-is', right: 'yes' };

const read: ReadOperand<string> = (template) =>
  template === 'breaks' ? failed('broken') : succeeded({ value: template, isWritten: true });

const branch = (name: string, match: 'all' | 'any', rules: RuleOrGroup[]) => ({
  id: storyId('br', name),
  name,
  match,
  rules,
});

function decide(...branches: readonly ReturnType<typeof branch>[]): Decision {
  const decided = decideCondition(branches, read);
  if (!decided.ok) throw new Error(`not decided: ${decided.failure.failure}`);
  return decided.value;
}

const anyPlainGroup = anyGroupOf(
  fc.constantFrom('yes' as const, 'no' as const, 'cannot tell' as const).map(says),
);

/** Boolean algebra as JavaScript has it; what cannot be judged and what has no rules is false. */
function isTrue(item: RuleOrGroup): boolean {
  if (!isRuleGroup(item)) return item.left === 'yes';
  if (item.rules.length === 0) return false;
  return item.match === 'all' ? item.rules.every(isTrue) : item.rules.some(isTrue);
}

describe('a decision', () => {
  it('takes the first branch that is met, and looks at none behind it', () => {
    const decision = decide(
      branch('First', 'all', [says('no')]),
      branch('Second', 'all', [says('yes')]),
      branch('Third', 'all', [says('breaks')]),
    );
    expect(decision).toMatchObject({ exit: storyId('br', 'Second'), name: 'Second' });
    expect(decision.branches.map(({ name, met }) => [name, met])).toEqual([
      ['First', false],
      ['Second', true],
    ]);
  });

  it('takes else where no branch is met, and where there is none', () => {
    expect(decide(branch('First', 'all', [says('no')]))).toMatchObject({ exit: 'else', name: 'else' });
    expect(decide()).toEqual({ exit: 'else', name: 'else', branches: [] });
  });

  it('is never for a branch or a group without rules', () => {
    expect(decide(branch('None', 'all', [])).exit).toBe('else');
    expect(decide(branch('None', 'any', [{ match: 'all', rules: [] }])).exit).toBe('else');
  });

  it('counts a rule that cannot be judged as not met, and keeps why', () => {
    const [first] = decide(branch('First', 'any', [says('cannot tell'), says('no')])).branches;
    expect(first?.met).toBe(false);
    expect(first?.rules[0]?.judged?.judgement).toEqual({
      outcome: 'unjudged',
      reason: 'its value is text, not a number',
    });
  });

  it('looks at rules only until they have decided, so that one can stand guard', () => {
    const guarded = decide(branch('All', 'all', [says('no'), says('breaks')]));
    expect(guarded.branches[0]?.rules.map(({ judged }) => judged?.judgement.outcome ?? 'skipped')).toEqual([
      'unmet',
      'skipped',
    ]);
    expect(decide(branch('Any', 'any', [says('yes'), says('breaks')])).exit).toBe(storyId('br', 'Any'));
  });

  it('fails where a template does that it has to look at, and says where', () => {
    const rules: RuleOrGroup[] = [says('yes'), { match: 'any', rules: [says('no'), says('breaks')] }];
    expect(decideCondition([branch('All', 'all', rules)], read)).toEqual({
      ok: false,
      failure: { failure: 'broken', branch: 'All', path: [1, 1] },
    });
  });

  it('takes exactly one exit, that of the first branch which is true by boolean algebra', () => {
    fc.assert(
      fc.property(anyBranches(anyPlainGroup), (branches) => {
        const decided = decideCondition(branches, read);
        const first = branches.find((each) => isTrue(each as RuleGroup));
        expect(decided.ok && decided.value.exit).toBe(first?.id ?? 'else');
        expect(decided.ok && decided.value.branches.filter(({ met }) => met)).toHaveLength(first ? 1 : 0);
      }),
      { numRuns: runs(500) },
    );
  });

  it('changes with the order of branches and of nothing else', () => {
    fc.assert(
      fc.property(anyPlainGroup, anyPlainGroup, (one, other) => {
        const [a, b] = [branch('A', one.match, [...one.rules]), branch('B', other.match, [...other.rules])];
        const both = isTrue(one) && isTrue(other);
        expect(decide(a, b).exit === decide(b, a).exit).toBe(!both);
      }),
      { numRuns: runs(300) },
    );
  });
});
