// A run of the history without an end: nothing of it may look as if it still went on.
import { describe, expect, it } from 'vitest';
import { type RunEvent, runEventSchema } from '#shared/run-events/run-event.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { interruptedRun, interruptedSentence } from '#shared/run-history/interrupted-run.ts';
import { tallyAfter, type RunTally } from '#shared/run-history/summarize-run.ts';
import { storyId } from '../../../stories/story-id.ts';

const nodeId = storyId('nd', 'Ask');
const at = (ms: number) => new Date(Date.parse('2026-03-04T10:00:00Z') + ms).toISOString();
const told: readonly object[] = [
  { type: 'run-started', flowId: storyId('fl', 'F'), flowName: 'F', environmentName: 'staging', at: at(0) },
  { type: 'node-entered', nodeId, at: at(10) },
  { type: 'asked', nodeId, text: 'Who?', answerType: 'text', at: at(20) },
  { type: 'answer-refused', nodeId, text: '?', reason: 'No.', at: at(5020) },
  { type: 'answered', nodeId, text: 'Ana', at: at(9020) },
  { type: 'node-left', nodeId, exit: 'next', through: null, at: at(9030) },
  { type: 'run-ended', outcome: 'failed', message: null, result: null, at: at(9040) },
];
const events = told.map((event, seq): RunEvent =>
  runEventSchema.parse({ v: 1, runId: storyId('rn', 'one'), seq, ...event }),
);
const viewOf = (count: number): RunView =>
  events.slice(0, count).reduce<RunView | undefined>((view, each) => projectRunEvent(view, each), undefined)!;

describe('a run that was interrupted', () => {
  it('waits for nothing, and its node says why it went no further', () => {
    const view = interruptedRun(viewOf(3));
    expect(view).toMatchObject({ outcome: 'interrupted', waiting: null, currentNodeId: null });
    expect(view.nodes[nodeId]).toMatchObject({ state: 'failed', sentence: interruptedSentence });
    expect(view.timeline.at(-1)).toMatchObject({ endMs: 20, result: 'asked' });
    expect(view.conversation.at(-1)).toMatchObject({ type: 'ended' });
    const seqs = view.conversation.map(({ seq, type }) => `${String(seq)} ${type}`);
    expect(new Set(seqs).size).toBe(seqs.length);
  });

  it('stands still nowhere, also where it did when it was interrupted', () => {
    const paused = runEventSchema.parse({
      ...events[1],
      seq: 2,
      type: 'paused',
      why: 'step',
      exit: null,
      trouble: null,
    });
    const view = interruptedRun(projectRunEvent(viewOf(2), paused)!);
    expect(view.paused).toBeNull();
    expect(view.nodes[nodeId]).toMatchObject({ state: 'failed', sentence: interruptedSentence });
  });

  it('is none where there is an end', () => {
    expect(interruptedRun(viewOf(7))).toEqual(viewOf(7));
  });
});

describe('what the list knows of a run', () => {
  it('takes the same time as its view, at every event', () => {
    let tally: RunTally | null = null;
    for (const [index, event] of events.entries()) {
      tally = tallyAfter(tally, event);
      expect(tally?.tookMs).toBe(viewOf(index + 1).elapsedMs);
    }
    expect(tally).toMatchObject({ outcome: 'failed', environmentName: 'staging', calls: 0, tookMs: 40 });
  });

  it('begins with the beginning', () => {
    expect(tallyAfter(null, events[1]!)).toBeNull();
  });
});
