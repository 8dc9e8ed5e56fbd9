// Which variables are set at a node: held against every path of small flows and against what real runs have set.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowNames, type FlowNames } from '#shared/flow/flow-names.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeWays } from '#shared/flow/node-ways.ts';
import { flowGraph } from '#shared/interpreter/flow-graph.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { currentNodeId } from '#shared/interpreter/run-state.ts';
import { nodeNamed, storyFlow, type StoryConnection, type StoryNode } from '../../../stories/story-flow.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

type Set = 'always' | 'perhaps' | 'never';

function setAt(names: FlowNames, flow: Flow, node: string, variable: string): Set {
  const { always, perhaps } = names.at(nodeNamed(flow, node).id);
  return always.has(variable) ? 'always' : perhaps.has(variable) ? 'perhaps' : 'never';
}

const call = (name: string, config: object = {}): StoryNode => [
  name,
  'api-call',
  { endpoint: null, method: 'GET', path: '', responseVariable: 'reply', ...config },
];

const flowOf = (nodes: readonly StoryNode[], connections: readonly StoryConnection[], errorNode?: string) =>
  storyFlow({
    name: 'Names',
    nodes: [
      ['Start', 'start', {}],
      ...nodes,
      ['Say', 'message', { text: '' }],
      ['Other', 'message', { text: '' }],
    ],
    connections,
    ...(errorNode === undefined ? {} : { errorNode }),
  });

describe('a variable at a node', () => {
  const ask: StoryNode = ['Ask', 'prompt', { text: '', variable: 'order', limit: 3 }];

  test.each<[string, Flow, Set]>([
    [
      'that only an answer leads to',
      flowOf(
        [ask],
        [
          ['Start', 'next', 'Ask'],
          ['Ask', 'next', 'Say'],
        ],
      ),
      'always',
    ],
    [
      'that no answer leads to as well',
      flowOf(
        [ask],
        [
          ['Start', 'next', 'Ask'],
          ['Ask', 'next', 'Say'],
          ['Ask', 'no-answer', 'Say'],
        ],
      ),
      'perhaps',
    ],
    [
      'that only no answer leads to',
      flowOf(
        [ask],
        [
          ['Start', 'next', 'Ask'],
          ['Ask', 'no-answer', 'Say'],
        ],
      ),
      'never',
    ],
    ['that nothing leads to', flowOf([ask], [['Start', 'next', 'Ask']]), 'always'],
    [
      'that nothing leads to but others that nothing leads to',
      flowOf(
        [ask],
        [
          ['Start', 'next', 'Ask'],
          ['Other', 'next', 'Say'],
        ],
      ),
      'always',
    ],
    [
      'of which one of two branches sets it',
      flowOf(
        [call('Call'), ask],
        [
          ['Start', 'next', 'Call'],
          ['Call', 'success', 'Ask'],
          ['Ask', 'next', 'Say'],
          ['Call', 'error', 'Say'],
        ],
      ),
      'perhaps',
    ],
    [
      'in a cycle that sets it, the first time round',
      flowOf(
        [ask],
        [
          ['Start', 'next', 'Say'],
          ['Say', 'next', 'Ask'],
          ['Ask', 'next', 'Say'],
        ],
      ),
      'perhaps',
    ],
    [
      'in a cycle behind what sets it',
      flowOf(
        [ask, call('Call')],
        [
          ['Start', 'next', 'Ask'],
          ['Ask', 'next', 'Call'],
          ['Call', 'error', 'Call'],
          ['Call', 'success', 'Say'],
        ],
      ),
      'always',
    ],
    [
      'after a prompt that asks without end',
      flowOf(
        [['Ask', 'prompt', { text: '', variable: 'order', limit: null }]],
        [
          ['Start', 'next', 'Ask'],
          ['Ask', 'next', 'Say'],
          ['Ask', 'no-answer', 'Say'],
        ],
      ),
      'always',
    ],
  ])('%s', (_words, flow, expected) => {
    expect(setAt(flowNames(flow), flow, 'Say', 'order')).toBe(expected);
  });

  test.each<[string, object, readonly StoryConnection[], Set]>([
    ['by success', {}, [['Call', 'success', 'Say']], 'always'],
    ['by error', {}, [['Call', 'error', 'Say']], 'always'],
    ['by a code of its own', { exits: ['404'] }, [['Call', '404', 'Say']], 'always'],
    [
      'by a code that success takes',
      { exits: ['404'], successCodes: [404] },
      [['Call', '404', 'Say']],
      'always',
    ],
    ['by failure', { exits: ['failure'] }, [['Call', 'failure', 'Say']], 'always'],
    ['by exception', { exits: ['exception'] }, [['Call', 'exception', 'Say']], 'always'],
    ['by a wider exit', { exits: ['404', '4xx'] }, [['Call', '4xx', 'Say']], 'always'],
    ['when it continues on error', { continueOnError: true }, [['Call', 'success', 'Say']], 'always'],
  ])('is the response of a call that was left %s', (_words, config, connections, expected) => {
    const flow = flowOf([call('Call', config)], [['Start', 'next', 'Call'], ...connections]);
    expect(setAt(flowNames(flow), flow, 'Say', 'reply')).toBe(expected);
    expect(setAt(flowNames(flow), flow, 'Call', 'reply')).toBe('never');
  });

  test('of the error node may be missing, since any call before may have led there', () => {
    const flow = flowOf(
      [call('First', { responseVariable: 'first' }), call('Second', { responseVariable: 'second' })],
      [
        ['Start', 'next', 'First'],
        ['First', 'success', 'Second'],
        ['Second', 'success', 'Other'],
      ],
      'Say',
    );
    const names = flowNames(flow);
    expect(setAt(names, flow, 'Say', 'first')).toBe('always');
    expect(setAt(names, flow, 'Say', 'second')).toBe('perhaps');
    expect(names.missingWay(nodeNamed(flow, 'Say').id, 'second')).toMatchObject({
      from: nodeNamed(flow, 'First').id,
      exit: 'error',
    });
  });

  test('is an input where it is required or has a default', () => {
    const flow = storyFlow({
      name: 'Inputs',
      nodes: [
        [
          'Start',
          'start',
          {
            inputs: [
              { name: 'required', required: true },
              { name: 'with_default', required: false, default: '' },
              { name: 'optional', required: false },
              { name: 'no name', required: true },
            ],
          },
        ],
        ['Say', 'message', { text: '' }],
        ['Start 2', 'start', { inputs: [{ name: 'second' }] }],
      ],
      connections: [
        ['Start', 'next', 'Say'],
        ['Start 2', 'next', 'Say'],
      ],
    });
    const names = flowNames(flow);
    const at = (name: string) => setAt(names, flow, 'Say', name);
    expect(['required', 'with_default', 'optional', 'no name'].map(at)).toEqual([
      'always',
      'always',
      'perhaps',
      'never',
    ]);
    // A run begins at the first Start only.
    expect(at('second')).toBe('never');
    expect(setAt(names, flow, 'Start', 'required')).toBe('never');
  });

  test('counts as set everywhere in a flow without a Start', () => {
    const flow = storyFlow({ name: 'Bare', nodes: [ask, ['Say', 'message', { text: '' }]], connections: [] });
    expect(flowNames(flow).at(nodeNamed(flow, 'Say').id)).toMatchObject({ reached: false });
    expect(setAt(flowNames(flow), flow, 'Say', 'order')).toBe('always');
  });

  test('comes from the nearest node that sets it', () => {
    const flow = flowOf(
      [
        ask,
        ['Ask again', 'prompt', { text: '', variable: 'order' }],
        ['Aside', 'prompt', { text: '', variable: 'order' }],
      ],
      [
        ['Start', 'next', 'Ask'],
        ['Ask', 'next', 'Ask again'],
        ['Ask again', 'next', 'Say'],
        ['Say', 'next', 'Aside'],
      ],
    );
    const names = flowNames(flow);
    const nearest = (node: string) =>
      names
        .nearestSetters(nodeNamed(flow, node).id, 'order')
        .map((id) => flow.nodes.find((each) => each.id === id)?.name);
    expect(nearest('Say')).toEqual(['Ask again', 'Ask', 'Aside']);
    expect(nearest('Ask again')).toEqual(['Ask', 'Ask again', 'Aside']);
    expect(names.stepsBack(nodeNamed(flow, 'Say').id, 'order')).toBe(1);
    expect(names.stepsBack(nodeNamed(flow, 'Say').id, 'nobody')).toBe(Infinity);
  });
});

describe('in any flow', () => {
  test('the names at a node are those of all paths there', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const names = flowNames(flow);
        const paths = namesOnAllPaths(flow);
        for (const node of flow.nodes) {
          const { always, perhaps, reached } = names.at(node.id);
          const found = paths.get(node.id);
          expect(reached).toBe(found !== undefined);
          if (found === undefined) continue;
          const all = [...names.setters.keys()];
          expect([...always].sort()).toEqual(
            all.filter((name) => found.every((set) => set.has(name))).sort(),
          );
          expect([...perhaps].sort()).toEqual(
            all
              .filter((name) => found.some((set) => set.has(name)) && !found.every((set) => set.has(name)))
              .sort(),
          );
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('what may be unset has a way that does not set it, and nothing else has', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const names = flowNames(flow);
        const start = flow.nodes[0]?.id ?? '';
        for (const { id } of flow.nodes.filter((node) => node.id !== start)) {
          const { always, reached } = names.at(id);
          for (const name of names.setters.keys()) {
            const way = names.missingWay(id, name);
            expect(way !== null).toBe(reached && !always.has(name));
            if (way !== null) expect(way.always).not.toContain(name);
          }
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('a run that comes to a node has set what is called set, and nothing of what is called unknown', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, (flow, script) => {
        const names = flowNames(flow);
        const program = newProgram({ flow, environment: null });
        for (const state of driveRun(program, script).states.slice(0, 400)) {
          if (state.waiting?.for !== 'step') continue;
          const { always, perhaps, reached } = names.at(currentNodeId(state) ?? '');
          expect(reached).toBe(true);
          const set = Object.keys(program.readVariables(state.variables));
          for (const name of always) expect(set).toContain(name);
          for (const name of set) expect(always.has(name) || perhaps.has(name)).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

/** The sets of names that the paths to each node have set: every path of a small flow, told apart by what it has set. */
function namesOnAllPaths(flow: Flow): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const graph = flowGraph(flow);
  const found = new Map<string, Map<string, ReadonlySet<string>>>();
  const walk = (id: string, set: ReadonlySet<string>): void => {
    const here = found.get(id) ?? new Map<string, ReadonlySet<string>>();
    found.set(id, here);
    const key = [...set].sort().join();
    if (here.has(key)) return;
    here.set(key, set);
    const node = flow.nodes.find((each) => each.id === id);
    for (const way of node === undefined ? [] : nodeWays(graph, node))
      for (const extra of subsets(way.perhaps))
        walk(
          way.to,
          new Set([...[...set].filter((name) => !way.never.includes(name)), ...way.always, ...extra]),
        );
  };
  if (graph.start !== null) walk(graph.start.id, new Set());
  return new Map([...found].map(([id, sets]) => [id, [...sets.values()]]));
}

function subsets(names: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = names;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((some) => [some, [first, ...some]]);
}

describe('a flow of 2,000 nodes', () => {
  test('is looked through in a few passes, also with as many variables and cycles', () => {
    const count = 2000;
    const nodes = Array.from({ length: count }, (_, at): StoryNode =>
      at % 3 === 0
        ? [`N${String(at)}`, 'prompt', { text: '', variable: `v${String(at)}` }]
        : call(`N${String(at)}`, { responseVariable: `v${String(at)}`, exits: ['404', '5xx'] }),
    );
    const to = (at: number) => `N${String(((at % count) + count) % count)}`;
    const connections = nodes.flatMap(([name, kind], at): readonly StoryConnection[] =>
      kind === 'prompt'
        ? [
            [name, 'next', to(at + 1)],
            [name, 'no-answer', to(at - 40)],
          ]
        : [
            [name, 'success', to(at + 1)],
            [name, '404', to(at + 7)],
          ],
    );
    const flow = storyFlow({
      name: 'Large',
      nodes: [['Start', 'start', {}], ...nodes],
      connections: [['Start', 'next', 'N0'], ...connections],
      errorNode: 'N1999',
    });
    const nodesRead = readsCounted(flow.nodes);
    const connectionsRead = readsCounted(flow.connections);
    const names = flowNames({ ...flow, nodes: nodesRead.list, connections: connectionsRead.list });
    const last = flow.nodes.at(-1)?.id ?? '';
    names.nearestSetters(last, 'v3');
    names.missingWay(last, 'v4');
    // A few passes over all; a search through all for each of them would be two thousand.
    expect(nodesRead.reads() / flow.nodes.length).toBeLessThan(20);
    expect(connectionsRead.reads() / flow.connections.length).toBeLessThan(20);
  });
});

/** A list that counts how often one of its items is asked for. */
function readsCounted<Item>(items: readonly Item[]): {
  readonly list: Item[];
  readonly reads: () => number;
} {
  let reads = 0;
  const list = new Proxy([...items], {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  return { list, reads: () => reads };
}
