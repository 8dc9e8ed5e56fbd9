// Of each rule about flows that run others a workspace that it tells about, and workspaces that are almost the same and sound.
import type { Flow } from '#shared/flow/flow.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import { storyFlow, type StoryNode } from '../story-flow.ts';
import { storyId } from '../story-id.ts';
import { ask, rowOf, say, workspaceOf, type LintCase } from './lint-case.ts';

type SubFlow = Extract<StoryNode, readonly [string, 'sub-flow', unknown]>[2];

const innerId = storyId('fl', 'Inner');
const toldId = storyId('fl', 'Told');

/** A flow that needs a day and a count, and ends with the time that it asks for. */
const inner: Flow = {
  ...rowOf([ask('time', 'Ask time', '{{day}} {{count}}?')], {
    inputs: [{ name: 'day' }, { name: 'count', type: 'number', default: '1' }],
    result: '{{time}}',
  }),
  id: innerId,
  name: 'Inner',
};

/** A flow whose answer is not set on every way. */
const unsure: Flow = storyFlow({
  name: 'Inner',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'day' }] }],
    ['Ask', 'prompt', { text: '{{day}}?', variable: 'time', limit: 2 }],
    ['End', 'end', { result: '' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'End'],
    ['Ask', 'no-answer', 'End'],
  ],
});

function running(config: Partial<SubFlow>, others: readonly Flow[] = [inner], text = 'Hello'): LintWorkspace {
  const node: StoryNode = [
    'Run',
    'sub-flow',
    { flow: innerId, inputs: [{ name: 'day', value: 'today' }], ...config },
  ];
  const flow = rowOf([node, say(text)], { toEnd: [['Run', 'failed']] });
  return workspaceOf(flow, { flows: [flow, ...others] });
}

const endless = rowOf([['Again', 'sub-flow', { flow: toldId }]], { toEnd: [['Again', 'failed']] });

/** By rule. */
export const subFlowCases: Readonly<Record<string, LintCase>> = {
  'sub-flow-unset': {
    says: ['No flow is chosen that it could run.'],
    of: running({ flow: null, inputs: [] }),
    nearMisses: { chosen: running({}) },
  },
  'sub-flow-missing': {
    says: ['The flow that it runs is gone from the workspace.'],
    of: running({}, []),
    nearMisses: {},
  },
  'sub-flow-input-missing': {
    says: ['"Inner" needs the input day, and is not given it.'],
    of: running({ inputs: [] }),
    nearMisses: { 'with a default': running({ inputs: [{ name: 'day', value: 'today' }] }) },
  },
  'sub-flow-input-invalid': {
    says: ['That is not a number, and count has to be: the node would be left by failed.'],
    of: running({
      inputs: [
        { name: 'day', value: 'today' },
        { name: 'count', value: 'seven' },
      ],
    }),
    nearMisses: {
      'a number': running({
        inputs: [
          { name: 'day', value: 'today' },
          { name: 'count', value: '7' },
        ],
      }),
    },
  },
  'sub-flow-input-unknown': {
    says: ['"Inner" has no input city.'],
    of: running({
      inputs: [
        { name: 'day', value: 'today' },
        { name: 'city', value: 'Bern' },
      ],
    }),
    nearMisses: {},
  },
  'sub-flow-output-unset': {
    says: [
      'In "Inner": time may be unset here: the way over Ask › no-answer does not set it.',
      'In "Inner": Nothing sets hour',
    ],
    of: running({ outputs: [{ variable: 'when', value: '{{time}} {{hour}}' }] }, [unsure], '{{when}}'),
    nearMisses: {
      'set on every way': running(
        { outputs: [{ variable: 'when', value: '{{time}}' }] },
        [inner],
        '{{when}}',
      ),
      'asked for only': running(
        { outputs: [{ variable: 'when', value: '{{#if time}}{{day}}{{/if}}' }] },
        [unsure],
        '{{when}}',
      ),
    },
  },
  'sub-flow-endless': {
    says: ['"Told" runs itself on every way to its end, and so never ends.'],
    of: workspaceOf(endless),
    nearMisses: {
      'with another way to the End': (() => {
        const flow = storyFlow({
          name: 'Told',
          nodes: [
            ['Start', 'start', {}],
            ['Ask', 'prompt', { text: 'More?', variable: 'more', limit: 1 }],
            ['Again', 'sub-flow', { flow: toldId }],
            ['Say', 'message', { text: '{{more}}' }],
            ['End', 'end', {}],
          ],
          connections: [
            ['Start', 'next', 'Ask'],
            ['Ask', 'next', 'Say'],
            ['Say', 'next', 'Again'],
            ['Ask', 'no-answer', 'End'],
            ['Again', 'next', 'End'],
            ['Again', 'failed', 'End'],
          ],
        });
        return workspaceOf(flow);
      })(),
    },
  },
};
