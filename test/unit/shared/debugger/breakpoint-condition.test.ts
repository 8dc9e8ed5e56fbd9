// The condition of a breakpoint is an expression over the run's variables, and one that cannot be judged says why.
import { describe, expect, test } from 'vitest';
import { conditionHolds } from '#shared/debugger/breakpoint-condition.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { plainVariables } from '#shared/interpreter/variable-reader.ts';
import { orderLookup } from '../../../stories/order-lookup.ts';
import { freshState } from '../../../support/drive-run.ts';

const program = newProgram({ flow: orderLookup(), environment: null });
const state = {
  ...freshState(program),
  clock: { startedAt: '2026-03-12T12:00:00.000Z', now: '2026-03-12T12:00:01.000Z' },
  variables: plainVariables({ total: 42, name: 'Ana', none: [], zero: 0, order: { status: 'shipped' } }),
};
const judged = (condition: string) => conditionHolds(condition, program, state);

describe('a condition', () => {
  test.each([
    ['gt total 40', true],
    ['gt total 42', false],
    ['eq order.status "shipped"', true],
    ['and (eq name "Ana") (lt total 50)', true],
    ['{{eq name "Bo"}}', false],
    ['total', true],
    ['zero', false],
    ['none', false],
    ['{{#if none}}true{{else}}false{{/if}}', false],
    ['{{#each order}}{{this}}{{/each}}', true],
    ['not zero', true],
  ])('%s is %s', (condition, holds) => {
    expect(judged(condition)).toEqual({ ok: true, value: holds });
  });

  test('that names what nothing has set says so', () => {
    const outcome = judged('eq totl 40');
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.ok ? '' : outcome.failure).toContain('totl');
  });

  test('that is no expression says where', () => {
    const outcome = judged('eq (total 40');
    expect(outcome.ok ? '' : outcome.failure).toMatch(/line 1/i);
  });

  test('leaves the run and its random numbers as they are', () => {
    const before = structuredClone(state);
    judged('eq @uuid "x"');
    expect(state).toEqual(before);
  });
});
