// The window and the terminal say what stood in for a call, and which exits its run took.
import { describe, expect, it } from 'vitest';
import { callLines } from '#electron/cli/report-calls.ts';
import { terminalStyle } from '#electron/cli/terminal-style.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { storyId } from '../../../stories/story-id.ts';

const nodeId = storyId('nd', 'Get order');
const stamp = { v: 1, runId: storyId('rn', 'run'), at: '2026-03-12T12:00:00.000Z' } as const;
const fault = { type: 'fault', name: 'status 503' } as const;

const drafts: readonly object[] = [
  { type: 'run-started', flowId: storyId('fl', 'Flow'), flowName: 'Flow', environmentName: null },
  { type: 'node-entered', nodeId },
  {
    type: 'call-prepared',
    nodeId,
    endpointName: 'Shop API',
    request: { method: 'GET', url: [], headers: [], body: { type: 'none' } },
    settings: null,
    standIn: fault,
  },
  { type: 'attempt-started', nodeId, attempt: 1, standIn: fault },
  { type: 'attempt-ended', nodeId, attempt: 1, statusCode: 503, code: null, tookMs: 1, sentence: null },
  { type: 'retry-waiting', nodeId, attempt: 1, delayMs: 5, reason: 'backoff' },
  { type: 'attempt-started', nodeId, attempt: 2 },
  { type: 'attempt-ended', nodeId, attempt: 2, statusCode: 200, code: null, tookMs: 9, sentence: null },
  {
    type: 'call-ended',
    nodeId,
    status: 'success',
    statusCode: 200,
    reason: 'OK',
    code: null,
    phase: null,
    sentence: null,
    wayOn: null,
    attempts: 2,
    tookMs: 15,
    sizeBytes: 2,
    variable: 'order',
    headers: [],
    body: null,
    parseError: null,
  },
  { type: 'node-left', nodeId, exit: 'success', through: null },
];
const events = drafts.map((draft, seq) => ({ ...stamp, seq, ...draft }) as RunEvent);

function viewAfter(count: number): RunView {
  let view: RunView | undefined;
  for (const event of events.slice(0, count)) view = projectRunEvent(view, event);
  if (view === undefined) throw new Error('No view.');
  return view;
}

describe('the view of a run', () => {
  it('knows what was chosen for a call, and what answered each attempt', () => {
    const [call] = viewAfter(events.length).calls;
    expect(call?.standIn).toEqual(fault);
    expect(call?.attempts.map(({ standIn }) => standIn ?? null)).toEqual([fault, null]);
  });

  it('has on a node what answered its last attempt', () => {
    expect(viewAfter(5).nodes[nodeId]?.standIn).toBe('fault');
    expect(viewAfter(events.length).nodes[nodeId]?.standIn).toBeUndefined();
  });

  it('has an exit that was taken also where it led nowhere, and each only once', () => {
    const twice = projectRunEvent(viewAfter(events.length), events.at(-1)!);
    expect(twice?.exits).toEqual({ [nodeId]: ['success'] });
    expect(twice?.taken).toEqual([]);
  });

  it('knows what kept a call from being made', () => {
    const ended = { ...events[8]!, status: 'exception', statusCode: null, standIn: fault } as RunEvent;
    const view = projectRunEvent(viewAfter(2), ended);
    expect(view?.calls[0]?.standIn).toEqual(fault);
    expect(view?.nodes[nodeId]?.standIn).toBe('fault');
  });
});

it('the report in the terminal names what stood in behind the result, and at each attempt', () => {
  const lines = callLines(events, () => 'Get order', terminalStyle({ isTTY: false, env: {} }));
  expect(lines[0]).toContain('200 OK (fault: status 503)');
  expect(lines[1]).toContain('attempt 1 (fault): 503');
  expect(lines[2]).toContain('attempt 2: 200');
});
