// What a condition compared leaves the main process as an event: short, and without secrets.
import { expect, test } from 'vitest';
import { EventPublisher } from '#electron/runs/event-publisher.ts';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import type { DecidedRule } from '#shared/condition/decide-condition.ts';
import type { Operand } from '#shared/condition/operand.ts';
import { runEventSchema, type RunEventOf } from '#shared/run-events/run-event.ts';
import type { Value } from '#shared/value/value.ts';
import { storyId } from '../../../stories/story-id.ts';

const secret = 'canary-value-4711';
const paidId = storyId('br', 'Paid');
const typed = (value: Value): Operand => ({ value, isWritten: false });

function published(rules: readonly DecidedRule[], name = 'Paid'): RunEventOf<'condition-decided'> {
  const secrets = new KnownSecrets();
  secrets.add([{ value: secret }]);
  const events: RunEventOf<'condition-decided'>[] = [];
  const publisher = new EventPublisher(storyId('rn', 'decided'), secrets, (batch) => {
    for (const event of batch.map((each) => runEventSchema.parse(each)))
      if (event.type === 'condition-decided') events.push(event);
  });
  const branches = [{ exit: paidId, name, met: true, rules }];
  publisher.tell([{ type: 'condition-decided', decision: { exit: paidId, name, branches } }]);
  const [event] = events;
  if (event === undefined) throw new Error('nothing was published');
  return event;
}

const rule = { left: '{{token}}', operator: 'text-is', right: 'paid' } as const;

test('has names, outcomes and what was compared', () => {
  const event = published([
    { path: [0], rule, judged: { judgement: { outcome: 'met' }, operands: [typed('paid'), typed('paid')] } },
    { path: [1, 0], rule, judged: null },
  ]);
  expect(event).toMatchObject({ exit: paidId, branch: 'Paid' });
  expect(event.branches).toEqual([
    {
      exit: paidId,
      branch: 'Paid',
      met: true,
      rules: [
        {
          path: [0],
          operator: 'text-is',
          outcome: 'met',
          reason: null,
          left: { type: 'text', json: '"paid"', truncated: false },
          right: { type: 'text', json: '"paid"', truncated: false },
        },
        { path: [1, 0], operator: 'text-is', outcome: 'skipped', reason: null },
      ],
    },
  ]);
});

test('has no secret, wherever it stands', () => {
  const operands = [typed({ token: secret }), typed(`Bearer ${secret}`), typed([secret])];
  const judgement = { outcome: 'unjudged', reason: 'its value is an object, not text' } as const;
  const event = published([{ path: [0], rule, judged: { judgement, operands } }], `Is ${secret}`);
  expect(JSON.stringify(event)).not.toContain('canary');
  expect(event.branch).toBe('Is ••••••••');
  expect(event.branches[0]?.rules[0]).toMatchObject({
    outcome: 'unjudged',
    reason: 'its value is an object, not text',
    left: { json: '{"token":"••••••••"}' },
    right: { json: '"Bearer ••••••••"' },
    upper: { json: '["••••••••"]' },
  });
});

test('has the beginning of what is long, cut behind where a secret was hidden', () => {
  const long = `${'x'.repeat(430)}${secret}${'y'.repeat(9000)}`;
  const judged = { judgement: { outcome: 'unmet' } as const, operands: [typed(long), typed([long])] };
  const { left, right } = published([{ path: [0], rule, judged }]).branches[0]?.rules[0] ?? {};
  expect(left).toMatchObject({ truncated: true, type: 'text' });
  expect(Buffer.byteLength(left?.json ?? '')).toBeLessThan(520);
  expect(`${left?.json ?? ''}${right?.json ?? ''}`).not.toContain('canary');
  expect(right).not.toHaveProperty('tally');
});
