// The step that pauses: how long, and what it makes of a duration that nobody can wait.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { waitTrouble } from '#shared/flow/wait-trouble.ts';
import { advance } from '#shared/interpreter/advance.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { stepLimit } from '#shared/interpreter/step-limit.ts';
import { longestWaitMs, waitLengthMs } from '#shared/interpreter/wait-length.ts';
import { waitUnits, type WaitUnit } from '#shared/nodes/wait-node.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { driveRun, secondsAfterNoon, told } from '../../../../support/drive-run.ts';
import { runs } from '../../../../support/runs.ts';

function pause(amount: string, unit: WaitUnit = 's', variables: ValueObject = {}, waits = 12) {
  const flow = storyFlow({
    name: 'Patience',
    nodes: [
      ['Start', 'start', {}],
      ['Pause', 'wait', { amount, unit }],
      ['After', 'message', { text: 'After' }],
    ],
    connections: [
      ['Start', 'next', 'Pause'],
      ['Pause', 'next', 'After'],
    ],
  });
  const program = newProgram({ flow, environment: null });
  const nodeId = nodeNamed(flow, 'Pause').id;
  const driven = driveRun(program, { from: { nodeId, variables }, waits });
  const end = driven.events.find((event) => event.type === 'run-ended');
  return { ...driven, program, told: told(driven.events), message: end?.message ?? null };
}

describe('Wait', () => {
  test('wants time to pass, and says until when', () => {
    const { state, effects, events } = pause('2.5', 's', {}, 0);
    const until = '2026-03-12T12:00:03.500Z';
    expect(secondsAfterNoon(1)).toBe('2026-03-12T12:00:01.000Z');
    expect(state.waiting).toEqual({ for: 'wait', until });
    expect(effects).toMatchObject([{ type: 'wait', plannedMs: 2500, until }]);
    expect(events.at(-1)).toMatchObject({ type: 'wait-started', plannedMs: 2500 });
  });

  test('goes on when the time has passed', () => {
    const { told, message } = pause('2');
    expect(told.slice(2)).toEqual([
      'wait-started',
      'wait-ended',
      'node-left next through next',
      'node-entered',
      'said After',
      'node-left next through null',
      'run-ended ended',
    ]);
    expect(message).toBeNull();
  });

  test('hears of nothing but its end and a cancel', () => {
    const { program, state } = pause('2', 's', {}, 0);
    const at = secondsAfterNoon(9);
    expect(advance(program, state, { type: 'answer', at, text: 'go on' }).state).toBe(state);
    expect(advance(program, state, { type: 'step', at }).state).toBe(state);
    const cancelled = advance(program, state, { type: 'cancel', at });
    expect(told(cancelled.events)).toEqual(['run-ended cancelled']);
    expect(advance(program, cancelled.state, { type: 'wait-over', at }).events).toEqual([]);
  });

  test.each<[string, WaitUnit, number]>([
    ['250', 'ms', 250],
    ['0', 's', 0],
    [' 1.5 ', 's', 1500],
    ['2', 'min', 120_000],
    ['24', 'h', longestWaitMs],
    ['0.0004', 's', 0],
  ])('of %j %s is %i ms', (amount, unit, plannedMs) => {
    expect(pause(amount, unit, {}, 0).effects).toMatchObject([{ plannedMs }]);
    expect(waitTrouble({ amount, unit })).toBeNull();
  });

  test.each<[string, WaitUnit, string]>([
    ['', 's', '"Pause": The duration is no number: write one such as 2 or 0.5.'],
    ['soon', 's', '"Pause": The duration is no number: write one such as 2 or 0.5.'],
    ['1,5', 's', '"Pause": The duration is no number: write one such as 2 or 0.5.'],
    ['-1', 's', '"Pause": The duration is below 0, and nobody can wait that long.'],
    ['24.001', 'h', '"Pause": The duration is longer than 24 hours, which is the longest wait.'],
    ['1e999', 's', '"Pause": The duration is longer than 24 hours, which is the longest wait.'],
  ])('of %j %s ends the run', (amount, unit, sentence) => {
    const { message, effects } = pause(amount, unit);
    expect(message).toBe(sentence);
    expect(effects).toEqual([]);
    expect(waitTrouble({ amount, unit })).toBe(sentence.replace('"Pause": ', ''));
  });

  test('takes its duration from a template, as a number or as text that is one', () => {
    expect(pause('{{delay}}', 's', { delay: 3 }).effects).toMatchObject([{ plannedMs: 3000 }]);
    expect(pause('{{delay}}', 's', { delay: '3' }).effects).toMatchObject([{ plannedMs: 3000 }]);
    expect(pause('1{{delay}}', 's', { delay: 3 }).effects).toMatchObject([{ plannedMs: 13_000 }]);
    expect(pause('{{delay}}', 's', { delay: new ExactNumber('1.10') }).effects).toMatchObject([
      { plannedMs: 1100 },
    ]);
    expect(pause('{{delay}}', 's', { delay: [3] }).message).toContain('no number');
    expect(waitTrouble({ amount: '{{delay}}', unit: 's' })).toBeNull();
  });

  test('is a whole number of milliseconds from 0 to a day, or refused', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(...waitUnits),
        (amount, unit) => {
          const length = waitLengthMs({ text: '', value: amount }, unit);
          if (!length.ok) expect(amount < 0 || amount * 3_600_000 > longestWaitMs).toBe(true);
          else
            expect(Number.isInteger(length.value) && length.value >= 0 && length.value <= longestWaitMs).toBe(
              true,
            );
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('lets a cycle go on for as long as it waits in it', () => {
    const flow = storyFlow({
      name: 'Round',
      nodes: [
        ['Start', 'start', {}],
        ['Pause', 'wait', { amount: '0' }],
        ['Say', 'message', { text: '' }],
      ],
      connections: [
        ['Start', 'next', 'Pause'],
        ['Pause', 'next', 'Say'],
        ['Say', 'next', 'Pause'],
      ],
    });
    const { state, events } = driveRun(newProgram({ flow, environment: null }), { waits: stepLimit });
    expect(state.counters.steps).toBeGreaterThan(stepLimit);
    expect(events.some(({ type }) => type === 'run-ended')).toBe(false);
  });
});
