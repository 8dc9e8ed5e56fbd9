// Steps a second of the pure interpreter, beside a bare loop that walks the same flow and renders the same templates.
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import type { Flow } from '#shared/flow/flow.ts';
import { flowGraph } from '#shared/interpreter/flow-graph.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { ConditionRule, RuleOrGroup } from '#shared/nodes/condition-node.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { Value } from '#shared/value/value.ts';
import { inARow, storyFlow, type StoryNode } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { advanced } from '../support/advance-to-end.ts';

/** Many short ones: one takes no longer than the share of time that a busy machine gives at once. */
const rounds = 151;
const nodesInARow = 600;
const loopRounds = 400;

const inputs = {
  name: 'Ada',
  count: 7,
  orders: Array.from({ length: loopRounds }, (_, at) => ({ id: at, name: `Order ${String(at)}` })),
};

/** A walk over a flow from its Start to its end; tells how many nodes it came to and what was said. */
type Walk = () => { readonly steps: number; readonly said: readonly string[] };

/** In turns, so that whatever else the machine does hits both alike; the first round warms both up. */
export function run(): Promise<readonly BenchRow[]> {
  return Promise.resolve([
    ...compared('messages', messages()),
    ...compared('conditions', conditions()),
    ...compared('a loop', loop()),
  ]);
}

function compared(what: string, flow: Flow): readonly BenchRow[] {
  const walks = { ours: ours(flow), bare: bare(flow) };
  const [one, other] = [walks.ours(), walks.bare()];
  if (one.steps !== other.steps || one.said.join('\n') !== other.said.join('\n'))
    throw new Error(`The two walks over ${what} came by different ways.`);
  const stepsUs = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= rounds; round += 1)
    for (const name of ['bare', 'ours'] as const) {
      const startMs = performance.now();
      const { steps } = walks[name]();
      if (round > 0) stepsUs[name].push(((performance.now() - startMs) / steps) * 1000);
    }
  const [oursUs, bareUs] = [median(stepsUs.ours), median(stepsUs.bare)];
  return [
    { what: `${what}: a step of a bare loop`, value: bareUs, unit: 'µs' },
    { what: `${what}: a step of the interpreter`, value: oursUs, unit: 'µs' },
    { what: `${what}: interpreter, thousand steps a second`, value: 1000 / oursUs, unit: '' },
    { what: `${what}: interpreter ÷ bare loop`, value: oursUs / bareUs, unit: '×' },
  ];
}

/** The interpreter, told to go on at every node as a host does that steps; every state it makes could be kept. */
function ours(flow: Flow): Walk {
  const program = newProgram({ flow, environment: null });
  return () => {
    const { events, state } = advanced(program, inputs);
    return {
      steps: state.counters.steps,
      said: events.flatMap((event) => (event.type === 'said' ? [event.text] : [])),
    };
  };
}

/** As little as a walk can be: one object of variables that is written to, and nothing told but what is said. */
function bare(flow: Flow): Walk {
  const graph = flowGraph(flow);
  return () => {
    const variables: Record<string, Value> = { ...inputs };
    const said: string[] = [];
    const begun = new Map<string, number>();
    const system = { now: '2026-03-12T12:00:00.000Z', uuid: () => '' };
    const text = (source: string): string => {
      const rendered = renderTemplate(source, 'text', { variables, system });
      if (!rendered.ok) throw new Error(rendered.failure.message);
      return rendered.value.text;
    };
    const isMet = (rule: RuleOrGroup): boolean =>
      'left' in rule && Number(text(rule.left)) > Number(text(rule.right ?? ''));
    const exitOf = (node: FlowNode): string => {
      switch (node.kind) {
        case 'message':
          said.push(text(node.config.text));
          return 'next';
        case 'set-variables':
          for (const { variable, value } of node.config.changes)
            variables[variable] = Number(variables[variable] ?? 0) + Number(text(value));
          return 'next';
        case 'condition':
          return node.config.branches.find(({ rules }) => rules.every(isMet))?.id ?? 'else';
        case 'loop': {
          const round = begun.get(node.id) ?? 0;
          begun.set(node.id, round + 1);
          variables[node.config.itemVariable] = inputs.orders[round] ?? null;
          return round < inputs.orders.length ? 'each' : 'done';
        }
        default:
          return 'next';
      }
    };
    let steps = 0;
    for (let node: FlowNode | null = graph.start; node !== null; node = graph.target(node.id, exitOf(node)))
      steps += 1;
    return { steps, said };
  };
}

const start: StoryNode = [
  'Start',
  'start',
  {
    inputs: [
      { name: 'name', type: 'text' },
      { name: 'count', type: 'number' },
      { name: 'orders', type: 'json' },
    ],
  },
];
const rowNames = Array.from({ length: nodesInARow }, (_, at) => `Step ${String(at + 1)}`);

const messages = (): Flow =>
  storyFlow({
    name: 'Messages',
    nodes: [
      start,
      ...rowNames.map(
        (name) => [name, 'message', { text: `${name}: {{name}} has {{count}} orders.` }] as const,
      ),
    ],
    connections: inARow('Start', ...rowNames),
  });

const conditions = (): Flow =>
  storyFlow({
    name: 'Conditions',
    nodes: [
      start,
      ...rowNames.map((name) => [name, 'condition', { branches: [branch] }] satisfies StoryNode),
    ],
    connections: inARow('Start', ...rowNames).map(
      ([from, exit, to]) => [from, from === 'Start' ? exit : 'else', to] as const,
    ),
  });

const branch: { id: string; name: string; rules: ConditionRule[] } = {
  id: storyId('br', 'many'),
  name: 'Many',
  rules: [
    { left: '{{count}}', operator: 'number-greater', right: '5' },
    { left: '{{count}}', operator: 'number-greater', right: '100' },
  ],
};

const loop = (): Flow =>
  storyFlow({
    name: 'Loop',
    nodes: [
      start,
      ['Each', 'loop', { list: '{{orders}}', itemVariable: 'order' }],
      ['Say', 'message', { text: '{{order.id}} is {{order.name}}' }],
      [
        'Add',
        'set-variables',
        { changes: [{ variable: 'sum', action: 'increment', value: '{{order.id}}' }] },
      ],
    ],
    connections: [
      ['Start', 'next', 'Each'],
      ['Each', 'each', 'Say'],
      ['Say', 'next', 'Add'],
      ['Add', 'next', 'Each'],
    ],
  });
