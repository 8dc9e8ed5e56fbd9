// The text report is the window of those who have none; its lines are held as they are printed.
import { describe, expect, test } from 'vitest';
import { callLines } from '#electron/cli/report-calls.ts';
import { conversationLine } from '#electron/cli/report-conversation.ts';
import { nodeNames, reportLines, wentWell } from '#electron/cli/report-example.ts';
import { variableLines } from '#electron/cli/report-variable.ts';
import { printableText } from '#electron/cli/printable-text.ts';
import { terminalStyle } from '#electron/cli/terminal-style.ts';
import type { FinishedRun } from '#electron/cli/run-with-answers.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { storyId } from '../../../stories/story-id.ts';
import { nodeNamed } from '../../../stories/story-flow.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';

const plain = terminalStyle({ isTTY: false, env: {} });
const flow = userGreeting();
const call = nodeNamed(flow, 'Get user').id;
const names = nodeNames(flow);
const at = '2026-03-12T12:00:00.000Z';
const stamp = { v: 1, runId: storyId('rn', 'report'), at } as const;

let seq = 0;
const event = (draft: object): RunEvent => ({ ...stamp, seq: (seq += 1), ...draft }) as RunEvent;

const ended = {
  type: 'call-ended',
  nodeId: call,
  status: 'success',
  statusCode: 200,
  reason: 'OK',
  code: null,
  phase: null,
  sentence: null,
  wayOn: null,
  attempts: 1,
  tookMs: 12.4,
  sizeBytes: 20,
  variable: 'user_data',
  headers: [],
  body: null,
  parseError: null,
};
const runStarted = {
  type: 'run-started',
  flowId: flow.id,
  flowName: flow.name,
  environmentName: null,
};
const prepared = {
  type: 'call-prepared',
  nodeId: call,
  endpointName: 'Users API',
  request: {
    method: 'GET',
    url: [
      { text: 'http://127.0.0.1:4000/users/', from: 'literal' },
      { text: '7', from: 'expression' },
    ],
    headers: [],
    body: { type: 'none' },
  },
};
const attempt = (number: number, statusCode: number | null, code: string | null, delayMs: number | null) => [
  event({ type: 'attempt-started', nodeId: call, attempt: number }),
  event({
    type: 'attempt-ended',
    nodeId: call,
    attempt: number,
    statusCode,
    code,
    tookMs: 2,
    sentence: null,
  }),
  ...(delayMs === null
    ? []
    : [event({ type: 'retry-waiting', nodeId: call, attempt: number, delayMs, reason: 'backoff' })]),
];
const runEnded = (outcome: 'ended' | 'failed' | 'cancelled', message: string | null = null) =>
  event({ type: 'run-ended', outcome, message, result: null, at: '2026-03-12T12:00:01.500Z' });

function finished(events: readonly RunEvent[], lackedAnswer = false): FinishedRun {
  return { events, end: events.at(-1) as FinishedRun['end'], lackedAnswer };
}

describe('the conversation', () => {
  const line = (draft: object) => conversationLine(event(draft), names, plain);

  test('shows who says what', () => {
    expect(line({ type: 'said', text: 'Hi' })).toBe('  bot  Hi');
    expect(line({ type: 'asked', text: 'Which?', answerType: 'text' })).toBe('  bot  Which?');
    expect(line({ type: 'answered', text: '7' })).toBe('  you  7');
    expect(line({ type: 'answer-refused', text: 'x', reason: 'A number, please.' })).toBe(
      '  you  x\n  bot  A number, please.',
    );
  });

  test('numbers the choices of a question, as they can be answered', () => {
    const choices = ['Express', 'Pick up\u0007'].map((label, at) => ({
      id: String(at),
      label,
      value: label,
    }));
    expect(line({ type: 'asked', text: 'How?', answerType: 'choice', choices })).toBe(
      '  bot  How?\n       1. Express\n       2. Pick up\ufffd',
    );
  });

  test('keeps the lines of a text below each other', () => {
    expect(line({ type: 'said', text: 'one\ntwo' })).toBe('  bot  one\n       two');
  });

  test('shows how calls ended, and warnings', () => {
    expect(line(ended)).toBe('       → Get user 200');
    expect(line({ ...ended, attempts: 3 })).toBe('       → Get user 200 at attempt 3');
    expect(line({ ...ended, status: 'failure', statusCode: null })).toBe('       → Get user failure');
    expect(line({ type: 'warned', code: 'null-value', message: 'name is null' })).toBe(
      '       ! name is null',
    );
  });

  test('shows which way a condition took', () => {
    const decided = { type: 'condition-decided', nodeId: call, exit: 'else', branch: 'else', branches: [] };
    expect(line(decided)).toBe('       → Get user took else');
  });

  test('shows that it waits', () => {
    expect(line({ type: 'wait-started', nodeId: call, plannedMs: 3000 })).toBe('       → Get user waits 3 s');
    expect(line({ type: 'wait-ended', nodeId: call })).toBeNull();
  });

  test('shows nothing of what is no part of it', () => {
    expect(line({ type: 'node-entered', nodeId: call })).toBeNull();
  });

  test('does not let a text do anything to the terminal', () => {
    expect(line({ type: 'said', text: '\u001b[2Jgone\u0007' })).toBe('  bot  \ufffd[2Jgone\ufffd');
  });
});

describe('the table of calls', () => {
  test('has a line for each call', () => {
    const events = [event(runStarted), event(prepared), ...attempt(1, 200, null, null), event(ended)];
    expect(callLines(events, names, plain)).toEqual([
      '  Get user  GET http://127.0.0.1:4000/users/7  200 OK  12 ms',
    ]);
  });

  test('has a line for each attempt where there were several', () => {
    const events = [
      event(runStarted),
      event({ type: 'node-entered', nodeId: call }),
      event(prepared),
      ...attempt(1, 503, null, 150),
      ...attempt(2, null, 'connection-reset', 2.25),
      ...attempt(3, 200, null, null),
      event({ ...ended, attempts: 3 }),
    ];
    expect(callLines(events, names, plain).slice(1)).toEqual([
      '            attempt 1: 503 after 2.0 ms, then a pause of 150 ms',
      '            attempt 2: connection-reset after 2.0 ms, then a pause of 2.3 ms',
      '            attempt 3: 200 after 2.0 ms',
    ]);
  });

  test('shows a call that could not be made', () => {
    const end = {
      ...ended,
      status: 'exception',
      statusCode: null,
      reason: null,
      code: 'endpoint-missing',
      tookMs: 0,
    };
    const events = [event(runStarted), event({ type: 'node-entered', nodeId: call }), event(end)];
    expect(callLines(events, names, plain)[0]).toContain('endpoint-missing');
  });
});

describe('a variable', () => {
  test('is written as JSON with every digit', () => {
    const json = '{"total":43.90,"id":90071992547409931482}';
    expect(variableLines('order', { type: 'object', json, truncated: false }, plain)).toEqual([
      '  order = {',
      '    "total": 43.90,',
      '    "id": 90071992547409931482',
      '  }',
    ]);
  });

  test('says where it was cut', () => {
    const lines = variableLines('order', { type: 'text', json: '"x…"', truncated: true }, plain);
    expect(lines.at(-1)).toBe('  (cut to 64 kB)');
  });

  test('has coloured keys on a terminal, and only keys', () => {
    const style = terminalStyle({ isTTY: true, env: {} });
    const json = '{"a: \\" b":"\\"c\\": d"}';
    const [, member = ''] = variableLines('x', { type: 'object', json, truncated: false }, style);
    expect(member).toBe('    \u001b[34m"a: \\" b"\u001b[39m: "\\"c\\": d"');
  });
});

describe('the end of a report', () => {
  const lastLine = (run: FinishedRun) => reportLines(flow, run, plain).at(-1);

  test('is good where the run ended normally and every call was a success', () => {
    const run = finished([event(runStarted), event(prepared), event(ended), runEnded('ended')]);
    expect(wentWell(run)).toBe(true);
    expect(lastLine(run)).toBe('The run ended normally after 1.50 s.');
  });

  test('is bad where a call was none', () => {
    const run = finished([event(runStarted), event({ ...ended, status: 'error' }), runEnded('ended')]);
    expect(wentWell(run)).toBe(false);
    expect(lastLine(run)).toBe('The run ended after 1.50 s, and not every call of it was a success.');
  });

  test('says why a run failed', () => {
    const run = finished([event(runStarted), runEnded('failed', '"Greeting" was left by next.')]);
    expect(wentWell(run)).toBe(false);
    expect(lastLine(run)).toBe('The run failed. "Greeting" was left by next.');
  });

  test('says that answers were lacking', () => {
    const run = finished([event(runStarted), runEnded('cancelled')], true);
    expect(wentWell(run)).toBe(false);
    expect(lastLine(run)).toMatch(/more answers than there are/);
  });

  test('shows response variables and no others', () => {
    const value = { type: 'number', json: '1', truncated: false };
    const lines = reportLines(
      flow,
      finished([
        event(runStarted),
        event(ended),
        event({ type: 'variable-set', name: 'user_data', value }),
        event({ type: 'variable-set', name: 'user_id', value }),
        runEnded('ended'),
      ]),
      plain,
    );
    expect(lines).toContain('  user_data = 1');
    expect(lines).not.toContain('  user_id = 1');
  });
});

describe('colours', () => {
  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, true],
    [true, { FORCE_COLOR: '0' }, false],
  ])('terminal %s with %j: %s', (isTTY, env, isColoured) => {
    const style = terminalStyle({ isTTY, env });
    expect(style.good('ok') !== 'ok').toBe(isColoured);
    expect(style.good('')).toBe('');
  });
});

test('printable text keeps what people write', () => {
  expect(printableText('Zoë\t😀\r\nline')).toBe('Zoë\t😀\nline');
  expect(printableText('\u009b31m\u202e')).toBe('\ufffd31m\ufffd');
});
