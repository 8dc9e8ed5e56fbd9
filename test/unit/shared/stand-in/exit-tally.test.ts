// The meter counts every exit of a flow once, and names those that no run has taken in the order of the flow.
import { describe, expect, it } from 'vitest';
import { exitTally } from '#shared/stand-in/exit-tally.ts';
import { nodeNamed } from '../../../stories/story-flow.ts';
import { faultyFlow } from '../../../support/faulty-story.ts';

const start = nodeNamed(faultyFlow, 'Start').id;
const call = nodeNamed(faultyFlow, 'Get order').id;

describe('the tally of exits', () => {
  it('has every exit as never taken before there is a run', () => {
    const { never, taken, total } = exitTally(faultyFlow, []);
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
    const runs = [
      { [start]: ['next'], [call]: ['success'] },
      { [start]: ['next'], [call]: ['404'] },
    ];
    const { never, taken } = exitTally(faultyFlow, runs);
    expect(taken).toBe(3);
    expect(never.filter(({ nodeId }) => nodeId === call).map(({ exit }) => exit)).toEqual([
      'error',
      '5xx',
      'failure',
      'exception',
    ]);
  });

  it('does not count what the flow no longer has', () => {
    expect(exitTally(faultyFlow, [{ [call]: ['410'], gone: ['next'] }]).taken).toBe(0);
  });
});
