// A workspace in which everything is called what people call things elsewhere: no spaces, long compounds, CJK, right to left.
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { withGroup } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow, nodeNamed, type StoryNode } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { freshFolder } from './launch-app.ts';
import { writeWorkspace } from './write-workspace.ts';

/** One name of each sort, each as long as people make them. */
export const hardNames = {
  unbroken: 'order_replication_from_the_old_warehouse_system_every_night_1',
  german: 'Auftragsbestätigungsversandbenachrichtigungsverzögerungsgrund',
  cjk: '注文番号を確認して倉庫の在庫を照会し配送予定日をお客様にご案内するための会話フロー',
  rtl: 'طلب تأكيد موعد التسليم من المستودع المركزي وإبلاغ العميل برقم الشحنة',
} as const;

/** The group of the two calls in the middle. */
export const hardGroup = hardNames.german;

/** Writes the workspace into a fresh folder. */
export async function namesWorkspace(): Promise<string> {
  const folder = await freshFolder('names');
  const inner = innerFlow();
  await writeWorkspace(folder, hardNames.cjk, [
    inner,
    outerFlow(inner),
    ...Object.values(hardNames).map((name) =>
      endpointSchema.parse({
        format: 'flowbench.endpoint',
        version: 1,
        id: storyId('ep', name),
        name,
        baseUrl: 'https://warehouse.example',
      }),
    ),
    ...Object.values(hardNames).map((name) =>
      environmentSchema.parse({
        format: 'flowbench.environment',
        version: 1,
        id: storyId('en', name),
        name,
        values: [
          { name: 'warehouse_connection_parameter_with_a_name_of_sixty_letters_1', value: `${name} ${name}` },
          { name: 'empty', value: '' },
        ],
      }),
    ),
  ]);
  return folder;
}

function innerFlow(): Flow {
  return storyFlow({
    name: hardNames.rtl,
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'branch', default: '' }] }],
      [hardNames.rtl, 'message', { text: `${hardNames.rtl} {{branch}}` }],
      ['End', 'end', { result: '{{branch}}' }],
    ],
    connections: [
      ['Start', 'next', hardNames.rtl],
      [hardNames.rtl, 'next', 'End'],
    ],
  });
}

function outerFlow(inner: Flow): Flow {
  const loop = hardNames.unbroken;
  const ask = `${hardNames.cjk}？`;
  const run: StoryNode = [
    hardNames.german,
    'sub-flow',
    {
      flow: inner.id,
      inputs: [{ name: 'branch', value: '{{branch}}' }],
      resultVariable: 'customer_master_data',
    },
  ];
  const flow = storyFlow({
    name: hardNames.unbroken,
    nodes: [
      ['Start', 'start', {}],
      [loop, 'loop', { list: '["a","b","c"]', itemVariable: 'branch', indexVariable: 'index_of_the_branch' }],
      run,
      [
        hardNames.rtl,
        'message',
        { text: `${hardNames.cjk} {{customer_master_data}} {{orders_that_nobody_has_set}}` },
      ],
      [ask, 'prompt', { text: hardNames.german, variable: 'answer' }],
      ['End', 'end', { result: '{{answer}}' }],
    ],
    connections: [
      ['Start', 'next', loop],
      [loop, 'each', hardNames.german],
      [hardNames.german, 'next', hardNames.rtl],
      [hardNames.rtl, 'next', loop],
      [loop, 'done', ask],
      [ask, 'next', 'End'],
    ],
  });
  const members = [hardNames.german, hardNames.rtl].map((name) => nodeNamed(flow, name).id as string);
  const group = { id: storyId('gr', 'body'), name: hardGroup, colour: 'violet' } as const;
  return withGroup(flow, group, new Set(members), ({ position }) => ({
    ...position,
    width: 200,
    height: 75,
  }));
}
