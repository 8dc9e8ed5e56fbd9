// How long a node took that runs a flow, goes round or waits: what its card says, the time that people took left out.
import { describe, expect, test } from 'vitest';
import { toldFlowId, toldNode, viewOf, type ToldEvent } from '../../../support/told-run.ts';
import { storyId } from '../../../stories/story-id.ts';

const entered: ToldEvent[2] = { type: 'node-entered' };
const left: ToldEvent[2] = { type: 'node-left', exit: 'next', through: 'next' };
const innerId = storyId('fl', 'Inner');
const into = (flowId = innerId): ToldEvent[2] => ({ type: 'flow-entered', flowId, flowName: 'Inner' });
const back = (flowId = innerId, message: string | null = null): ToldEvent[2] => ({
  type: 'flow-left',
  flowId,
  outcome: message === null ? 'ended' : 'failed',
  message,
  result: null,
});
const took = (name: string, ...told: readonly ToldEvent[]) => viewOf(...told).nodes[toldNode(name)]?.tookMs;

describe('the time of a node', () => {
  const run: readonly ToldEvent[] = [
    [100, 'Check', entered],
    [100, 'Check', into()],
    [110, 'Ask', entered],
    [110, 'Ask', { type: 'asked', text: 'When?', answerType: 'text' }],
    // Five seconds of thinking are nobody's work.
    [5110, 'Ask', { type: 'answered', text: 'now' }],
    [5130, 'Ask', left],
  ];

  test('that runs a flow is that of the flow without its prompts, known when the flow is left', () => {
    expect(took('Check', ...run)).toBeNull();
    expect(took('Check', ...run, [5150, 'Check', back()])).toBe(50);
    expect(took('Check', ...run, [5150, 'Check', back()], [5151, 'Check', left])).toBe(50);
    expect(took('Check', ...run, [5150, 'Check', back(innerId, 'No way on.')])).toBe(50);
    expect(took('Ask', ...run, [5150, 'Check', back()])).toBeNull();
  });

  test('that is come to once more is told anew', () => {
    expect(took('Check', ...run, [5150, 'Check', back()], [5160, 'Check', entered])).toBeNull();
  });

  test('that runs its own flow is that of the outermost time in the end, also where the inner ones fail', () => {
    const deep: readonly ToldEvent[] = [
      [100, 'Again', entered],
      [100, 'Again', into(toldFlowId)],
      [200, 'Again', entered],
      [200, 'Again', into(toldFlowId)],
      [300, 'End', entered],
      [310, 'Again', back(toldFlowId, 'No way on.')],
    ];
    expect(took('Again', ...deep)).toBe(110);
    expect(took('Again', ...deep, [330, 'Again', back(toldFlowId, 'No way on.')])).toBe(230);
  });

  test('that waits is that of the pause', () => {
    const wait: readonly ToldEvent[] = [
      [10, 'Pause', entered],
      [12, 'Pause', { type: 'wait-started', plannedMs: 3000 }],
    ];
    expect(took('Pause', ...wait)).toBeNull();
    expect(took('Pause', ...wait, [3014, 'Pause', { type: 'wait-ended' }])).toBe(3004);
  });

  test('that goes round is that of all its rounds, done or left', () => {
    const loop: readonly ToldEvent[] = [
      [100, 'Each', entered],
      [101, 'Each', { type: 'loop-started', of: 2 }],
      [101, 'Each', { type: 'round-started', round: 1, of: 2 }],
      [102, 'Each', left],
      [110, 'Do', entered],
      [150, 'Do', left],
      [151, 'Each', entered],
      [152, 'Each', { type: 'round-started', round: 2, of: 2 }],
    ];
    expect(took('Each', ...loop)).toBeNull();
    const end = (why: 'done' | 'left'): ToldEvent[2] => ({ type: 'loop-ended', why, rounds: 2, of: 2 });
    expect(took('Each', ...loop, [201, 'Each', end('done')])).toBe(100);
    expect(took('Each', ...loop, [221, 'Each', end('left')])).toBe(120);
  });

  test('that is over at once is told of none', () => {
    expect(took('Say', [10, 'Say', entered], [12, 'Say', left])).toBeNull();
  });
});
