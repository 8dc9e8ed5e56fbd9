// What the inspector foretells of a condition has to be what a run would do with the same values.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewCondition } from '#shared/condition/preview-condition.ts';
import type { ConditionRule } from '#shared/nodes/condition-node.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { anyBranches, anyGroupOf, anyRule } from '../../../support/any-condition.ts';
import { driveRun, secondsAfterNoon } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';

const flow = { id: storyId('fl', 'Shop'), name: 'Shop' };
const given = (values: ValueObject) => ({ values, now: secondsAfterNoon(0), flow });
const paid = (rules: readonly ConditionRule[], match: 'all' | 'any' = 'all') => [
  { id: storyId('br', 'Paid'), name: 'Paid', match, rules: [...rules] },
];
const isPaid: ConditionRule = { left: '{{status}}', operator: 'text-is', right: 'paid' };

describe('a preview', () => {
  it('tells the branch and every rule, also those that a run would skip', () => {
    const large: ConditionRule = { left: '{{amount}}', operator: 'number-greater', right: '100' };
    const preview = previewCondition(paid([isPaid, large]), given({ status: 'open', amount: 200 }));
    expect(preview).toMatchObject({ exit: 'else', name: 'else', lacking: [] });
    expect(preview.branches[0]?.rules.map(({ outcome }) => outcome)).toEqual(['unmet', 'met']);
    expect(previewCondition(paid([isPaid]), given({ status: 'paid' }))).toMatchObject({
      exit: storyId('br', 'Paid'),
      name: 'Paid',
    });
  });

  it('does not know what it lacks a value for, unless the others decide', () => {
    const cannotTell = previewCondition(paid([isPaid]), given({}));
    expect(cannotTell).toMatchObject({ exit: null, name: null, lacking: ['status'] });
    expect(cannotTell.branches[0]?.rules[0]).toMatchObject({
      outcome: 'unknown',
      reason: 'status has no value yet',
    });
    const isNot: ConditionRule = { left: 'open', operator: 'text-is', right: 'paid' };
    expect(previewCondition(paid([isPaid, isNot]), given({})).exit).toBe('else');
    expect(previewCondition(paid([isPaid, { ...isNot, right: 'open' }], 'any'), given({})).name).toBe('Paid');
  });

  it('knows that there is none where the rule or the template asks for that', () => {
    const exists: ConditionRule = { left: '{{status}}', operator: 'value-exists' };
    expect(previewCondition(paid([exists]), given({}))).toMatchObject({ exit: 'else', lacking: [] });
    const defaulted: ConditionRule = { ...isPaid, left: '{{default status "paid"}}' };
    expect(previewCondition(paid([defaulted]), given({})).name).toBe('Paid');
  });

  it('does not know what only a run has', () => {
    const rule: ConditionRule = { left: '{{@request.platform}}', operator: 'text-is', right: 'web' };
    expect(previewCondition(paid([rule]), given({})).lacking).toEqual(['@request']);
  });

  it('tells of a template that cannot be rendered, where a run would come to it', () => {
    const broken: ConditionRule = { ...isPaid, left: '{{#if}}' };
    const preview = previewCondition(paid([broken]), given({}));
    expect(preview).toMatchObject({ exit: null, lacking: [] });
    expect(preview.branches[0]?.rules[0]?.outcome).toBe('failed');
    const never: ConditionRule = { left: 'a', operator: 'text-is', right: 'b' };
    expect(previewCondition(paid([never, broken]), given({})).exit).toBe('else');
    expect(previewCondition(paid([broken, never]), given({})).exit).toBeNull();
  });

  it('foretells what a run does wherever it foretells anything', () => {
    const anyValues = fc.record(
      {
        status: fc.constantFrom('paid', '', null, 5),
        amount: fc.constantFrom(5, '5', 'many', null),
        list: fc.constantFrom([], ['paid', 5]),
      },
      { requiredKeys: ['list'] },
    );
    fc.assert(
      fc.property(anyBranches(anyGroupOf(anyRule)), anyValues, (branches, values) => {
        const { exit } = previewCondition(branches, given(values));
        const story = storyFlow({
          name: 'Shop',
          nodes: [
            ['Start', 'start', {}],
            ['Decide', 'condition', { branches: [...branches] }],
          ],
          connections: [['Start', 'next', 'Decide']],
        });
        const nodeId = storyId('nd', 'Shop/Decide');
        const { events } = driveRun(newProgram({ flow: story, environment: null }), {
          from: { nodeId, variables: values },
        });
        const left = events.find((event) => event.type === 'node-left');
        if (exit !== null) expect(left).toMatchObject({ exit });
      }),
      { numRuns: runs(300) },
    );
  });
});
