// The step of an API Call: what it wants performed, what it stores, and how it goes on.
import { describe, expect, test } from 'vitest';
import type { VariableSetDraft } from '#shared/interpreter/event-draft.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { callExits } from '#shared/interpreter/steps/api-call.ts';
import type { CallResultStatus } from '#shared/response/response-variable.ts';
import { storyFlow } from '../../../../stories/story-flow.ts';
import { userGreeting } from '../../../../stories/user-greeting.ts';
import { driveRun, secondsAfterNoon, told } from '../../../../support/drive-run.ts';

describe('API Call', () => {
  const program = newProgram({ flow: userGreeting(), environment: null });

  test('wants its call performed with the reading of the clock at its entry', () => {
    const { effects, state, inputs } = driveRun(program, { answers: ['7'] });
    expect(effects.at(-1)).toMatchObject({
      type: 'perform-call',
      call: 1,
      at: secondsAfterNoon(inputs.length - 1),
    });
    expect(state.waiting).toEqual({ for: 'call', call: 1 });
  });

  test('stores exactly the response variable it was given', () => {
    const { events, state } = driveRun(program, {
      answers: ['7'],
      results: [{ status: 'error', statusCode: 404, body: { title: 'Not found' } }],
    });
    const set = events.filter((event): event is VariableSetDraft => event.type === 'variable-set').at(-1);
    expect(set?.name).toBe('user_data');
    expect(set?.value).toMatchObject({
      status: 'error',
      status_code: 404,
      body: { title: 'Not found' },
      headers: {},
    });
    expect(Object.keys(state.variables)).toEqual(['user_id', 'user_data']);
    expect(told(events)).toContain('said Sorry, that did not work.');
  });

  test('draws other random numbers for each call', () => {
    const twice = storyFlow({
      name: 'Twice',
      nodes: [
        ['Start', 'start', {}],
        ['Call', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'a' }],
      ],
      connections: [
        ['Start', 'next', 'Call'],
        ['Call', 'success', 'Call'],
      ],
    });
    const { effects } = driveRun(newProgram({ flow: twice, environment: null }), {
      results: [{ status: 'success', statusCode: 200 }],
    });
    const [first, second] = effects.filter((effect) => effect.type === 'perform-call');
    expect([first?.call, second?.call]).toEqual([1, 2]);
    expect(first?.random).not.toEqual(second?.random);
  });

  test('sends nothing where the response could not be stored', () => {
    const nameless = storyFlow({
      name: 'Nameless',
      nodes: [
        ['Start', 'start', {}],
        ['Call', 'api-call', { endpoint: null, method: 'POST', path: '', responseVariable: '' }],
      ],
      connections: [['Start', 'next', 'Call']],
    });
    const { effects, events } = driveRun(newProgram({ flow: nameless, environment: null }));
    expect(effects).toEqual([]);
    expect(events.at(-1)).toMatchObject({
      outcome: 'failed',
      message: '"Call": The response cannot be stored under "", which is no variable name.',
    });
  });
});

describe('callExits', () => {
  const all = ['404', '4xx', '5xx', '2xx', '201', 'failure', 'exception'];

  test.each<[CallResultStatus, number | null, readonly string[], readonly string[]]>([
    ['success', 200, [], ['success']],
    ['success', 201, all, ['201', '2xx', 'success']],
    ['success', 404, all, ['404', '4xx', 'success']],
    ['error', 404, all, ['404', '4xx', 'error']],
    ['error', 403, all, ['4xx', 'error']],
    ['error', 500, all, ['5xx', 'error']],
    ['error', 302, all, ['error']],
    ['failure', null, all, ['failure', 'error']],
    ['failure', null, ['404'], ['error']],
    ['exception', null, all, ['exception', 'error']],
    ['exception', null, [], ['error']],
  ])('%s with %s leaves a node with %j by %j', (status, statusCode, exits, expected) => {
    expect(callExits({ exits: [...exits] }, status, statusCode)).toEqual(expected);
  });
});
