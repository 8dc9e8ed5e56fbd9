// The step that takes one of several ways: what it tells, what it warns of, and when it ends a run.
import { describe, expect, test } from 'vitest';
import type { ConditionDecidedDraft } from '#shared/interpreter/event-draft.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { ConditionRule, RuleOrGroup } from '#shared/nodes/condition-node.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { driveRun, secondsAfterNoon, told } from '../../../../support/drive-run.ts';

const [paidId, openId] = [storyId('br', 'Paid'), storyId('br', 'Open')];

interface Told {
  readonly paid: readonly RuleOrGroup[];
  readonly open?: readonly RuleOrGroup[];
  readonly strict?: boolean;
  readonly isBare?: boolean;
}

function decide({ paid, open = [], strict = false, isBare = false }: Told, variables: ValueObject = {}) {
  const flow = storyFlow({
    name: 'Orders',
    strict,
    nodes: [
      ['Start', 'start', {}],
      [
        'Paid?',
        'condition',
        {
          branches: [
            { id: paidId, name: 'Paid', rules: [...paid] },
            { id: openId, name: 'Open', match: 'any', rules: [...open] },
          ],
        },
      ],
      ['Thanks', 'message', { text: 'Thanks' }],
      ['Please', 'message', { text: 'Please pay' }],
      ['What', 'message', { text: 'What?' }],
    ],
    connections: isBare
      ? [['Start', 'next', 'Paid?']]
      : [
          ['Start', 'next', 'Paid?'],
          ['Paid?', paidId, 'Thanks'],
          ['Paid?', openId, 'Please'],
          ['Paid?', 'else', 'What'],
        ],
  });
  const nodeId = nodeNamed(flow, 'Paid?').id;
  const { events } = driveRun(newProgram({ flow, environment: null }), { from: { nodeId, variables } });
  const decided = events.find((event): event is ConditionDecidedDraft => event.type === 'condition-decided');
  const warnings = events.flatMap((event) => (event.type === 'warned' ? [event.message] : []));
  return { events, told: told(events), decision: decided?.decision, warnings };
}

const status = (right: string): ConditionRule => ({ left: '{{order.status}}', operator: 'text-is', right });

describe('Condition', () => {
  test('takes the branch whose rules are met, and tells what it compared', () => {
    const { told: events, decision } = decide({ paid: [status('paid')] }, { order: { status: 'paid' } });
    expect(events).toEqual([
      'run-started',
      'node-entered',
      'condition-decided',
      `node-left ${paidId} through ${paidId}`,
      'node-entered',
      'said Thanks',
      'node-left next through null',
      'run-ended ended',
    ]);
    expect(decision).toMatchObject({ exit: paidId, name: 'Paid' });
    expect(decision?.branches).toMatchObject([
      {
        name: 'Paid',
        met: true,
        rules: [
          {
            path: [0],
            judged: {
              judgement: { outcome: 'met' },
              operands: [
                { value: 'paid', isWritten: false },
                { value: 'paid', isWritten: true },
              ],
            },
          },
        ],
      },
    ]);
  });

  test('takes the next branch, and else where none is met', () => {
    const open = [status('open'), status('new')];
    expect(decide({ paid: [status('paid')], open }, { order: { status: 'new' } }).told).toContain(
      'said Please pay',
    );
    const { told: events, warnings } = decide(
      { paid: [status('paid')], open },
      { order: { status: 'lost' } },
    );
    expect(events).toContain('said What?');
    expect(warnings).toEqual([]);
  });

  test('keeps the type of a field that is one expression, and every digit of a number', () => {
    const total = new ExactNumber('12345678901234567891');
    const more: ConditionRule = {
      left: '{{total}}',
      operator: 'number-greater',
      right: '12345678901234567890',
    };
    expect(decide({ paid: [more] }, { total }).told).toContain('said Thanks');
    const isNumber: ConditionRule = { left: '{{total}}', operator: 'kind-number' };
    expect(decide({ paid: [isNumber] }, { total }).told).toContain('said Thanks');
    expect(decide({ paid: [{ ...isNumber, left: ' {{total}}' }] }, { total }).told).toContain('said What?');
  });

  test('reads the clock once, whatever it compares', () => {
    const now = secondsAfterNoon(1);
    const same: ConditionRule = { left: '{{@now}}', operator: 'text-is', right: now };
    const today: ConditionRule = { left: '{{@today}}', operator: 'date-on', right: '{{@now}}' };
    expect(decide({ paid: [same, today, { ...same, right: '{{@now}}' }] }).told).toContain('said Thanks');
  });

  test('warns of a rule that cannot be judged, without its value, and takes it for not met', () => {
    const large: ConditionRule = { left: '{{total}}', operator: 'number-greater', right: '100' };
    const { told: events, warnings } = decide(
      { paid: [large], open: [{ ...large, operator: 'number-at-most' }] },
      { total: 'canary-4711' },
    );
    expect(events).toContain('said What?');
    expect(warnings).toEqual([
      '"Paid", rule 1 (">") counts as not met: its value is text, not a number.',
      '"Open", rule 1 ("≤") counts as not met: its value is text, not a number.',
    ]);
  });

  test('warns of a name that is not known, but not of one that is null', () => {
    expect(decide({ paid: [status('paid')] }).warnings).toEqual([
      'order.status is not known here, so its place was left empty.',
    ]);
    expect(decide({ paid: [status('paid')] }, { order: { status: null } }).warnings).toEqual([]);
  });

  test('asks whether there is a value without a warning, and guards what is behind it', () => {
    const exists: ConditionRule = { left: '{{order.status}}', operator: 'value-exists' };
    const { told: events, warnings } = decide({ paid: [exists, status('paid')], strict: true });
    expect(events).toContain('said What?');
    expect(warnings).toEqual([]);
    expect(
      decide({ paid: [exists, status('paid')], strict: true }, { order: { status: 'paid' } }).told,
    ).toContain('said Thanks');
  });

  test('ends the run as failed where a template does, and says which rule', () => {
    const broken = decide(
      { paid: [status('paid'), { match: 'any', rules: [status('{{#if}}')] }] },
      { order: { status: 'paid' } },
    );
    expect(broken.events.at(-1)).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(/^"Paid\?": "Paid", rule 2\.1: /) as string,
    });
    expect(broken.told).not.toContain('condition-decided');
    expect(decide({ paid: [status('paid')], strict: true }).events.at(-1)).toMatchObject({
      outcome: 'failed',
    });
  });

  test('ends the run as failed where the way that it takes leads nowhere, by the name of the branch', () => {
    const { events } = decide({ paid: [status('paid')], isBare: true }, { order: { status: 'paid' } });
    expect(events.at(-1)).toMatchObject({
      outcome: 'failed',
      message:
        '"Paid?" was left by Paid, which is connected to nothing. Connect that exit, for example to an End.',
    });
  });
});
