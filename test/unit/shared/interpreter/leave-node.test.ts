// Which exit a node leaves by is a table in the semantics; every row of it runs here.
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import type { CallResultStatus } from '#shared/response/response-variable.ts';
import { storyFlow, type StoryConnection } from '../../../stories/story-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import type { RunEndedDraft } from '#shared/interpreter/event-draft.ts';

interface Case {
  readonly why: string;
  readonly exits?: readonly string[];
  readonly connected: readonly string[];
  readonly continueOnError?: boolean;
  readonly errorNode?: boolean;
  readonly ends: readonly [CallResultStatus, number | null];
  /** The exit taken, the exit followed, and where the run came to. */
  readonly expected: readonly [exit: string, through: string | null, to: string];
}

/** A call whose exits lead to messages of the same name. */
function story(row: Case) {
  const names = ['success', 'error', 'failure', 'exception', '404', '4xx', '201', '2xx'];
  return storyFlow({
    name: 'Exits',
    nodes: [
      ['Start', 'start', {}],
      [
        'Call',
        'api-call',
        {
          endpoint: null,
          method: 'GET',
          path: '',
          responseVariable: 'response',
          exits: [...(row.exits ?? [])],
          continueOnError: row.continueOnError ?? false,
        },
      ],
      ...names.map((name) => [name, 'message', { text: name }] as const),
      ['Trouble', 'message', { text: 'Trouble' }],
    ],
    connections: [
      ['Start', 'next', 'Call'],
      ...row.connected.map((exit): StoryConnection => ['Call', exit, exit]),
    ],
    ...(row.errorNode === true ? { errorNode: 'Trouble' } : {}),
  });
}

const nowhere = 'failed';

const cases: readonly Case[] = [
  {
    why: 'a success leaves by success',
    connected: ['success', 'error'],
    ends: ['success', 200],
    expected: ['success', 'success', 'success'],
  },
  {
    why: 'a success leaves by its code where the node has that exit',
    exits: ['2xx', '201'],
    connected: ['success', '201', '2xx'],
    ends: ['success', 201],
    expected: ['201', '201', '201'],
  },
  {
    why: 'a code that counts as success falls back to success, not to error',
    exits: ['404'],
    connected: ['success', 'error'],
    ends: ['success', 404],
    expected: ['404', 'success', 'success'],
  },
  {
    why: 'an error leaves by error',
    connected: ['success', 'error'],
    ends: ['error', 500],
    expected: ['error', 'error', 'error'],
  },
  {
    why: 'a code is more specific than its range',
    exits: ['4xx', '404'],
    connected: ['error', '404', '4xx'],
    ends: ['error', 404],
    expected: ['404', '404', '404'],
  },
  {
    why: 'a range is more specific than error',
    exits: ['4xx', '404'],
    connected: ['error', '404', '4xx'],
    ends: ['error', 410],
    expected: ['4xx', '4xx', '4xx'],
  },
  {
    why: 'a code without a connection falls back to its range',
    exits: ['4xx', '404'],
    connected: ['error', '4xx'],
    ends: ['error', 404],
    expected: ['404', '4xx', '4xx'],
  },
  {
    why: 'a code without a connection falls back to error where there is no range',
    exits: ['404'],
    connected: ['error'],
    ends: ['error', 404],
    expected: ['404', 'error', 'error'],
  },
  {
    why: 'an exit that the node does not list is no exit, whatever is connected to it',
    connected: ['404', 'error'],
    ends: ['error', 404],
    expected: ['error', 'error', 'error'],
  },
  {
    why: 'a failure leaves by failure where the node has that exit',
    exits: ['failure', 'exception'],
    connected: ['error', 'failure', 'exception'],
    ends: ['failure', null],
    expected: ['failure', 'failure', 'failure'],
  },
  {
    why: 'a failure leaves by error where it has not',
    exits: ['exception'],
    connected: ['error', 'exception'],
    ends: ['failure', null],
    expected: ['error', 'error', 'error'],
  },
  {
    why: 'an exception falls back to error',
    exits: ['exception'],
    connected: ['error'],
    ends: ['exception', null],
    expected: ['exception', 'error', 'error'],
  },
  {
    why: 'trouble without a connection goes to the error node of the flow',
    exits: ['404'],
    connected: ['success'],
    errorNode: true,
    ends: ['error', 404],
    expected: ['404', null, 'Trouble'],
  },
  {
    why: 'a connection comes before the error node',
    connected: ['error'],
    errorNode: true,
    ends: ['failure', null],
    expected: ['error', 'error', 'error'],
  },
  {
    why: 'the error node comes before continue on error',
    connected: ['success'],
    continueOnError: true,
    errorNode: true,
    ends: ['failure', null],
    expected: ['error', null, 'Trouble'],
  },
  {
    why: 'continue on error takes the connection of success',
    connected: ['success'],
    continueOnError: true,
    ends: ['exception', null],
    expected: ['error', 'success', 'success'],
  },
  {
    why: 'a connection comes before continue on error',
    connected: ['success', 'error'],
    continueOnError: true,
    ends: ['error', 503],
    expected: ['error', 'error', 'error'],
  },
  {
    why: 'trouble that leads nowhere ends the run as failed',
    connected: ['success'],
    ends: ['error', 503],
    expected: ['error', null, nowhere],
  },
  {
    why: 'so does continue on error where success is not connected',
    connected: [],
    continueOnError: true,
    ends: ['error', 503],
    expected: ['error', null, nowhere],
  },
  {
    why: 'and a success that leads nowhere, which is no trouble for the error node',
    connected: ['error'],
    errorNode: true,
    ends: ['success', 200],
    expected: ['success', null, nowhere],
  },
];

describe('the exit of an API Call', () => {
  test.each(cases)('$why', (row) => {
    const [status, statusCode] = row.ends;
    const program = newProgram({ flow: story(row), environment: null });
    const { events } = driveRun(program, { results: [{ status, statusCode }] });
    const call = program.flows.get(program.entry)?.flow.nodes[1]?.id;
    const left = events.find((event) => event.type === 'node-left' && event.nodeId === call);
    const said = events.find((event) => event.type === 'said')?.text;
    const ended = events.at(-1) as RunEndedDraft;
    const [exit, through, to] = row.expected;
    expect(left).toMatchObject({ exit, through });
    expect(said ?? ended.outcome).toBe(to);
  });

  test('names node, exit and way on where trouble leads nowhere', () => {
    const row: Case = { why: '', connected: [], ends: ['error', 503], expected: ['error', null, nowhere] };
    const program = newProgram({ flow: story(row), environment: null });
    const { events } = driveRun(program, { results: [{ status: 'error', statusCode: 503 }] });
    expect(events.at(-1)).toMatchObject({
      message:
        '"Call" was left by error, which is connected to nothing. Connect that exit, or switch on "Continue on error".',
    });
  });

  test('does not tell to switch on what is switched on', () => {
    const row: Case = {
      why: '',
      connected: [],
      continueOnError: true,
      ends: ['error', 503],
      expected: ['error', null, nowhere],
    };
    const program = newProgram({ flow: story(row), environment: null });
    const { events } = driveRun(program, { results: [{ status: 'error', statusCode: 503 }] });
    expect(events.at(-1)).toMatchObject({
      message:
        '"Call" was left by error, which is connected to nothing. Connect that exit, or success, which "Continue on error" takes in its place.',
    });
  });

  test('of the error node itself does not lead back to it', () => {
    const row: Case = { why: '', connected: [], ends: ['error', 503], expected: ['error', null, nowhere] };
    const flow = story(row);
    const errorNode = flow.nodes.find(({ kind }) => kind === 'api-call')!.id;
    const program = newProgram({ flow: { ...flow, errorNode }, environment: null });
    const { events } = driveRun(program, { results: [{ status: 'error', statusCode: 503 }] });
    expect(events.filter(({ type }) => type === 'call-prepared' || type === 'node-entered')).toHaveLength(2);
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', outcome: 'failed' });
  });

  test('ignores a connection to a node that is gone', () => {
    const row: Case = { why: '', connected: ['error'], ends: ['error', 503], expected: ['error', null, ''] };
    const flow = story(row);
    const without = { ...flow, nodes: flow.nodes.filter((node) => node.name !== 'error') };
    const { events } = driveRun(newProgram({ flow: without, environment: null }), {
      results: [{ status: 'error', statusCode: 503 }],
    });
    expect(events.at(-1)).toMatchObject({ outcome: 'failed' });
  });
});
