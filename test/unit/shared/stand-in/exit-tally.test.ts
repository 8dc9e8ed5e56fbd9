// The meter counts every exit of a flow once, and names those that no run has taken in the order of the flow.
import { describe, expect, it } from 'vitest';
import { runEventSchema, type RunEvent } from '#shared/run-events/run-event.ts';
import { exitTally, withExitsTaken } from '#shared/stand-in/exit-tally.ts';
import { nodeNamed } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { faultyFlow } from '../../../support/faulty-story.ts';

const start = nodeNamed(faultyFlow, 'Start').id;
const call = nodeNamed(faultyFlow, 'Get order').id;

/** Events of nodes that were left by exits. */
const left = (...exits: readonly (readonly [nodeId: string, exit: string])[]): readonly RunEvent[] =>
  exits.map(([nodeId, exit], seq) =>
    runEventSchema.parse({
      v: 1,
      runId: storyId('rn', 'run'),
      seq,
      at: '2026-03-04T10:00:00.000Z',
      nodeId,
      type: 'node-left',
      exit,
      through: null,
    }),
  );

describe('the tally of exits', () => {
  it('has every exit as never taken before there is a run', () => {
    const { never, taken, total } = exitTally(faultyFlow, {});
    expect([taken, total]).toEqual([0, 13]);
    expect(never.slice(0, 7).map(({ exit }) => exit)).toEqual([
      'next',
      'success',
      'error',
      '404',
      '5xx',
      'failure',
      'exception',
    ]);
  });

  it('adds up what several runs took, each exit once', () => {
    const first = withExitsTaken({}, left([start, 'next'], [call, 'success']));
    const both = withExitsTaken(first, left([start, 'next'], [call, '404']));
    expect(both).toEqual({ [start]: ['next'], [call]: ['success', '404'] });
    expect(withExitsTaken(both, left([call, '404'], [start, 'next']))).toBe(both);
    const { never, taken } = exitTally(faultyFlow, both);
    expect(taken).toBe(3);
    expect(never.filter(({ nodeId }) => nodeId === call).map(({ exit }) => exit)).toEqual([
      'error',
      '5xx',
      'failure',
      'exception',
    ]);
  });

  it('does not count what the flow no longer has', () => {
    expect(exitTally(faultyFlow, { [call]: ['410'], gone: ['next'] }).taken).toBe(0);
  });
});
