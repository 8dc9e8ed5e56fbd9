// Of each rule about loops and cycles a flow that it tells about, and flows that are almost the same and sound.
import type { Flow } from '#shared/flow/flow.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import { inARow, storyFlow, type StoryConnection, type StoryNode } from '../story-flow.ts';
import { ask, call, say, told, workspaceOf, type LintCase } from './lint-case.ts';

const start = ['Start', 'start', {}] as const;
const end = ['End', 'end', {}] as const;

/** By rule. */
export const loopCases: Readonly<Record<string, LintCase>> = {
  'endless-loop': {
    says: ['A run goes round here without end and without a pause: One, Two.'],
    of: workspaceOf(
      told(
        [start, say('Tick', 'One'), say('Tock', 'Two')],
        [
          ['Start', 'next', 'One'],
          ['One', 'next', 'Two'],
          ['Two', 'next', 'One'],
        ],
      ),
    ),
    nearMisses: {
      'a loop, which comes to the end of its list': workspaceOf(loopOf([say('{{item}}')])),
      'a loop in a loop': workspaceOf(
        told(
          [
            start,
            ['Loop', 'loop', { list: '[[1, 2], [3]]', itemVariable: 'row' }],
            ['Inner', 'loop', { list: '{{row}}' }],
            say('{{item}}'),
            end,
          ],
          [
            ['Start', 'next', 'Loop'],
            ['Loop', 'each', 'Inner'],
            ['Inner', 'each', 'Say'],
            ['Say', 'next', 'Inner'],
            ['Inner', 'done', 'Loop'],
            ['Loop', 'done', 'End'],
          ],
        ),
      ),
      'a prompt in it': workspaceOf(
        told(
          [start, say('You said {{answer}}', 'One'), ask('answer')],
          [
            ['Start', 'next', 'Ask'],
            ['One', 'next', 'Ask'],
            ['Ask', 'next', 'One'],
          ],
        ),
      ),
      'a flow that asks in it': askingAgain([]),
    },
  },
  'loop-without-pause': {
    says: ['A run may go round here up to 10,000 times without a pause: Call.'],
    of: workspaceOf(
      told(
        [start, call(), end],
        [
          ['Start', 'next', 'Call'],
          ['Call', 'success', 'End'],
          ['Call', 'error', 'Call'],
        ],
      ),
    ),
    nearMisses: {
      'asking before the next try': workspaceOf(
        told(
          [start, call({ path: '/orders/{{again}}' }), ask('again', 'Ask', 'Again?'), end],
          [
            ['Start', 'next', 'Ask'],
            ['Ask', 'next', 'Call'],
            ['Call', 'success', 'End'],
            ['Call', 'error', 'Ask'],
          ],
        ),
      ),
      'a flow that asks before the next try': askingAgain([['Run', 'failed', 'End']]),
    },
  },
  'loop-invalid': {
    says: ['Nothing says what to go through'],
    of: workspaceOf(loopOf([say('{{item}}')], { list: '' })),
    nearMisses: {
      'an expression': workspaceOf(loopOf([say('{{item}}')])),
      'a list in JSON': workspaceOf(loopOf([say('{{item}}')], { list: '["Mon", "Tue"]' })),
      'as many items as the limit': workspaceOf(loopOf([say('{{item}}')], { list: '[1, 2]', limit: 2 })),
      'more items, of which the rest is left out': workspaceOf(
        loopOf([say('{{item}}')], { list: '[1, 2]', limit: 1, beyondLimit: 'leave-out' }),
      ),
    },
  },
  'loop-never-returns': {
    says: ['No way from Loop › each leads back to it, so that there is no second round.'],
    of: workspaceOf(loopOf([say('{{item}}')], {}, 'End')),
    nearMisses: {
      'a body that comes back': workspaceOf(loopOf([say('{{item}}')])),
      'a body that may be left for good': workspaceOf(
        loopOf(
          [
            say('{{item}}'),
            ['Ask', 'prompt', { text: 'More of {{item}}?', variable: 'more', limit: 1 }],
            say('{{more}}', 'Said'),
          ],
          {},
          'Loop',
          [['Ask', 'no-answer', 'End']],
        ),
      ),
    },
  },
  'loop-list-other': {
    says: ['orders is an object, and only a list has items.'],
    of: workspaceOf(loopOf([say('{{item}}')], { list: '{{orders}}' })),
    nearMisses: {
      'what only a run can tell': workspaceOf(loopOf([say('{{item}}')], { list: '{{orders.body.items}}' })),
      'a list that was gathered': workspaceOf(
        told(
          [
            start,
            ['Gather', 'set-variables', { changes: [{ variable: 'all', action: 'append', value: '1' }] }],
            ['Loop', 'loop', { list: '{{all}}' }],
            say('{{item}}'),
            end,
          ],
          [
            ['Start', 'next', 'Gather'],
            ['Gather', 'next', 'Loop'],
            ['Loop', 'each', 'Say'],
            ['Say', 'next', 'Loop'],
            ['Loop', 'done', 'End'],
          ],
        ),
      ),
    },
  },
  'loop-item-hides': {
    says: ['Loop stores over orders, which Get has set.'],
    of: workspaceOf(loopOf([say('{{orders}}')], { itemVariable: 'orders' })),
    nearMisses: {
      'one loop after another': workspaceOf(
        told(
          [
            start,
            ['One', 'loop', { list: '[1, 2]' }],
            say('{{item}}'),
            ['Two', 'loop', { list: '[3]' }],
            say('{{item}}', 'Tell'),
            end,
          ],
          [
            ['Start', 'next', 'One'],
            ['One', 'each', 'Say'],
            ['Say', 'next', 'One'],
            ['One', 'done', 'Two'],
            ['Two', 'each', 'Tell'],
            ['Tell', 'next', 'Two'],
            ['Two', 'done', 'End'],
          ],
        ),
      ),
    },
  },
};

type LoopConfig = Extract<StoryNode, readonly [string, 'loop', unknown]>[2];

/** A loop over the orders of an API, whose body is a row of nodes that leads back to it, or elsewhere. */
function loopOf(
  body: readonly StoryNode[],
  config: LoopConfig = {},
  back = 'Loop',
  more: readonly StoryConnection[] = [],
): Flow {
  const row = body.map(([name]) => name);
  const on = row.map((name, at): StoryConnection => [name, 'next', row[at + 1] ?? back]);
  return told(
    [
      start,
      call({ responseVariable: 'orders' }, 'Get'),
      ['Loop', 'loop', { list: '{{orders.body}}', ...config }],
      ...body,
      end,
    ],
    [
      ['Start', 'next', 'Get'],
      ['Get', 'success', 'Loop'],
      ['Get', 'error', 'End'],
      ['Loop', 'each', row[0] ?? back],
      ...on,
      ['Loop', 'done', 'End'],
      ...more,
    ],
  );
}

/** Runs a flow that asks, over and over; the ways that are given lead out. */
function askingAgain(ways: readonly StoryConnection[]): LintWorkspace {
  const asking = storyFlow({
    name: 'Asking',
    nodes: [start, ask('answer'), ['Said', 'message', { text: 'You said {{answer}}' }], end],
    connections: inARow('Start', 'Ask', 'Said', 'End'),
  });
  const flow = told(
    [start, ['Run', 'sub-flow', { flow: asking.id }], ...(ways.length === 0 ? [] : [end])],
    [
      ['Start', 'next', 'Run'],
      ['Run', 'next', 'Run'],
      ...(ways.length === 0 ? [['Run', 'failed', 'Run'] as const] : ways),
    ],
  );
  return workspaceOf(flow, { flows: [flow, asking] });
}
