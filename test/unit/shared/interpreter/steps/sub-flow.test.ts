// The step that runs another flow: what goes in, what comes back, and what becomes of trouble.
import { describe, expect, test } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import {
  inARow,
  nodeNamed,
  storyFlow,
  type StoryFlow,
  type StoryNode,
} from '../../../../stories/story-flow.ts';
import { storyId } from '../../../../stories/story-id.ts';
import { innerId, runWithSubFlow as run, type SubFlow } from '../../../../support/run-with-sub-flow.ts';
import { told } from '../../../../support/drive-run.ts';

/** A flow that says what it was given and ends with twice that. */
function inner(nodes: readonly StoryNode[], rest: Partial<StoryFlow> = {}): Flow {
  const names = ['Start', ...nodes.map(([name]) => name)];
  const all: StoryNode[] = [['Start', 'start', {}], ...nodes];
  return storyFlow({ name: 'Inner', nodes: all, connections: inARow(...names), ...rest });
}

function withInputs(flow: Flow, inputs: readonly Partial<FlowInput>[]): Flow {
  const full = inputs.map((input) => ({
    name: '',
    type: 'text' as const,
    default: null,
    required: true,
    ...input,
  }));
  return {
    ...flow,
    nodes: flow.nodes.map((node) => (node.kind === 'start' ? { ...node, config: { inputs: full } } : node)),
  };
}

describe('a sub-flow that ends', () => {
  test('has variables of its own, and gives back what is asked for', () => {
    const flow = withInputs(
      inner([
        ['Say', 'message', { text: '{{who}} {{mine}}' }],
        [
          'Own',
          'set-variables',
          {
            changes: [
              { variable: 'mine', value: 'inner' },
              { variable: 'list', value: '{{who}}!' },
            ],
          },
        ],
        ['End', 'end', { result: '{{list}}' }],
      ]),
      [{ name: 'who' }],
    );
    const { events, said, variables } = run(
      {
        inputs: [{ name: 'who', value: '{{mine}}' }],
        outputs: [{ variable: 'out', value: '{{list}}' }],
        resultVariable: 'r',
      },
      [flow],
    );
    // The variable of the caller is not there inside, and the one of the same name inside does not come back.
    expect(said).toEqual(['kept ', 'after kept! kept']);
    expect(variables).toMatchObject({ mine: 'kept', out: 'kept!', r: 'kept!' });
    expect(variables).not.toHaveProperty('list');
    expect(told(events).filter((each) => !each.startsWith('warned'))).toEqual([
      'run-started',
      'node-entered',
      'node-left next through next',
      'node-entered',
      'variable-set mine',
      'variable-set n',
      'node-left next through next',
      'node-entered',
      'flow-entered',
      'node-entered',
      'variable-set who',
      'node-left next through next',
      'node-entered',
      'said kept ',
      'node-left next through next',
      'node-entered',
      'variable-set mine',
      'variable-set list',
      'node-left next through next',
      'node-entered',
      'flow-left',
      'variable-set out',
      'variable-set r',
      'node-left next through next',
      'node-entered',
      'said after kept! kept',
      'node-left next through null',
      'run-ended ended',
    ]);
  });

  test('tells of the node that ran it when it is entered and left', () => {
    const { events, flow, left } = run({}, [inner([['End', 'end', { result: '' }]])]);
    const node = nodeNamed(flow, 'Call it').id;
    expect(events.find(({ type }) => type === 'flow-entered')).toEqual({
      type: 'flow-entered',
      flowId: innerId,
      flowName: 'Inner',
      nodeId: node,
    });
    expect(left).toEqual([
      { type: 'flow-left', flowId: innerId, outcome: 'ended', message: null, result: null, nodeId: node },
    ]);
  });

  test('ends at a bare next as at an End, without a result', () => {
    const { variables, said } = run({ resultVariable: 'out' }, [inner([['Say', 'message', { text: 'in' }]])]);
    expect(said).toEqual(['in', 'after  kept']);
    expect(variables['out']).toBeNull();
  });

  test('keeps the types of inputs, outputs and result that are one expression', () => {
    const flow = withInputs(inner([['End', 'end', { result: '{{n}}' }]]), [{ name: 'n', type: 'json' }]);
    const exact = new ExactNumber('12345678901234567890.10');
    const from = (value: ExactNumber | readonly number[]) => ({
      from: { nodeId: storyId('nd', 'Outer/Call it'), variables: { given: value } },
    });
    const config = {
      inputs: [{ name: 'n', value: '{{given}}' }],
      outputs: [{ variable: 'out', value: '{{n}}' }],
      resultVariable: 'r',
    };
    expect(run(config, [flow], from(exact)).variables).toMatchObject({ out: exact, r: exact });
    expect(run(config, [flow], from([1, 2])).variables).toMatchObject({ out: [1, 2], r: [1, 2] });
  });

  test('leaves inputs that are given nothing to their defaults, and those that it does not have alone', () => {
    const flow = withInputs(inner([['End', 'end', { result: '{{a}}-{{b}}-{{c}}' }]]), [
      { name: 'a', default: 'A' },
      { name: 'b', type: 'number', default: '{{a}}7', required: false },
      { name: 'c', required: false },
    ]);
    const { variables, message } = run(
      {
        inputs: [
          { name: 'a', value: '' },
          { name: 'b', value: '3' },
          { name: 'stranger', value: '{{nobody}}' },
        ],
        resultVariable: 'out',
      },
      [flow],
    );
    expect(message).toBeNull();
    expect(variables['out']).toBe('A-3-');
  });

  test('takes the names of its own flow for @flow, and goes on with those of the caller', () => {
    const { said } = run({}, [inner([['Say', 'message', { text: '{{@flow.name}}' }]])]);
    expect(said[0]).toBe('Inner');
  });

  test('can ask, call and wait, and be gone on with from any state as JSON', () => {
    const flow = inner([
      ['Ask', 'prompt', { text: 'Name?', variable: 'name' }],
      ['Get', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'reply' }],
      ['Pause', 'wait', { amount: '1', unit: 's' }],
      ['End', 'end', { result: '{{name}} {{reply.body.x}}' }],
    ]);
    const connected: Flow = {
      ...flow,
      connections: flow.connections.map((each) =>
        each.from.node === nodeNamed(flow, 'Get').id
          ? { ...each, from: { ...each.from, exit: 'success' } }
          : each,
      ),
    };
    const { variables } = run({ resultVariable: 'out' }, [connected], {
      answers: ['Ada'],
      results: [{ status: 'success', statusCode: 200, body: { x: 1 } }],
      through: (state) => JSON.parse(JSON.stringify(state)) as typeof state,
    });
    expect(variables['out']).toBe('Ada 1');
  });
});

describe('a sub-flow that fails', () => {
  const failing = inner([['Bad', 'message', { text: '{{' }]]);

  test('leaves by failed, and says why', () => {
    const { left, message, said, variables } = run({ reasonVariable: 'why' }, [failing], { failedTo: true });
    expect(left[0]).toMatchObject({ outcome: 'failed', result: null });
    expect(variables['why']).toMatch(/^In "Inner": "Bad": /);
    expect(said).toEqual([expect.stringMatching(/^failed: In "Inner": "Bad": /)]);
    expect(message).toBeNull();
  });

  test('goes to the error node of the flow that runs it where failed is connected to nothing', () => {
    expect(run({}, [failing], { errorNode: true }).said).toEqual(['trouble']);
  });

  test('ends the run with its own sentence where nothing takes it', () => {
    const { message, state } = run({}, [failing]);
    expect(message).toMatch(/^In "Inner": "Bad": /);
    expect(state.flowStack).toHaveLength(1);
  });

  test('has an error node of its own, which is not that of the flow that runs it', () => {
    const flow = storyFlow({
      name: 'Inner',
      nodes: [
        ['Start', 'start', {}],
        ['Get', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'reply' }],
        ['Mend', 'message', { text: 'mended inside' }],
      ],
      connections: [['Start', 'next', 'Get']],
      errorNode: 'Mend',
    });
    const results = [{ status: 'error', statusCode: 500 } as const];
    const { said } = run({}, [flow], { results, errorNode: true });
    expect(said).toEqual(['mended inside', 'after  kept']);
  });

  test('lets an exit that leads nowhere inside be taken outside', () => {
    const flow = inner([
      ['Get', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'reply' }],
    ]);
    const results = [{ status: 'error', statusCode: 500 } as const];
    const { said, variables } = run({ reasonVariable: 'why' }, [flow], { results, failedTo: true });
    expect(variables['why']).toBe(
      'In "Inner": "Get" was left by error, which is connected to nothing. Connect that exit, or switch on "Continue on error".',
    );
    expect(said).toHaveLength(1);
  });

  const needy = withInputs(inner([['End', 'end', { result: '' }]]), [{ name: 'n', type: 'number' }]);
  test.each<[string, Partial<SubFlow>, readonly Flow[], string]>([
    ['no flow', { flow: null }, [], '"Call it": No flow is chosen that it could run.'],
    ['a flow that is gone', {}, [], '"Call it": The flow that it runs is gone from the workspace.'],
    ['an input that is missing', {}, [needy], 'In "Inner": "Start": n needs a value.'],
    [
      'an input of another type',
      { inputs: [{ name: 'n', value: 'seven' }] },
      [needy],
      '"Call it": What n is given is not a number.',
    ],
    [
      'no Start',
      {},
      [{ ...needy, nodes: needy.nodes.filter(({ kind }) => kind !== 'start') }],
      'In "Inner": "Inner" has no Start, so there is nowhere to begin.',
    ],
  ])('fails with %s', (_what, config, others, sentence) => {
    expect(run(config, others).message).toBe(sentence);
    const taken = run({ ...config, reasonVariable: 'why' }, others, { failedTo: true });
    expect(taken.variables['why']).toBe(sentence);
    expect(taken.message).toBeNull();
  });

  test('fails where an input or an output cannot be rendered, after the flow in the one case and before in the other', () => {
    const flow = withInputs(inner([['End', 'end', { result: '' }]]), [{ name: 'a' }]);
    const input = run({ inputs: [{ name: 'a', value: '{{' }] }, [flow]);
    expect(input.message).toMatch(/^"Call it": What a is given gives no value\. /);
    expect(input.left).toEqual([]);
    const output = run({ inputs: [{ name: 'a', value: 'x' }], outputs: [{ variable: 'o', value: '{{' }] }, [
      flow,
    ]);
    expect(output.message).toMatch(/^"Call it": The output o gives no value\. /);
    expect(output.left).toMatchObject([{ outcome: 'ended' }]);
  });

  test('runs nothing where an output has no name that can be stored under', () => {
    const { left, message } = run({ outputs: [{ variable: 'not a name', value: '' }] }, [
      inner([['End', 'end', {}]]),
    ]);
    expect(message).toBe(
      '"Call it": An output cannot be stored under "not a name", which is no variable name.',
    );
    expect(left).toEqual([]);
  });
});
