// What a set of runs came through, and by name what none of them did.
import { expect, it } from 'vitest';
import { coverageOf } from '#shared/scenario/coverage.ts';
import { inARow, nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import {
  called,
  entered,
  left,
  nodeId,
  toldRun,
  type ToldEvent,
} from '../../../support/told-scenario-run.ts';

const flow = storyFlow({
  name: 'Lookup',
  nodes: [
    ['Start', 'start', {}],
    [
      'Get order',
      'api-call',
      { endpoint: null, method: 'GET', path: '/', responseVariable: 'order', exits: ['404'] },
    ],
    ['Sorry', 'message', { text: 'Sorry' }],
    ['Remember', 'note', { text: 'Nobody comes here.' }],
  ],
  connections: inARow('Start', 'Get order'),
});
/** The events of nodes that are named as in the flow. */
const run = (...events: readonly ToldEvent[]) =>
  toldRun(events).map((event) => {
    const name = flow.nodes.find((node) => nodeId(node.name) === event.nodeId)?.name;
    return name === undefined ? event : { ...event, nodeId: nodeNamed(flow, name).id };
  });

const missed = (name: string, words: string) => ({ nodeId: nodeNamed(flow, name).id, words });

it('counts nodes, exits and statuses of all runs together', () => {
  const runs = [
    run(
      entered('Start'),
      left('Start', 'next'),
      entered('Get order'),
      ...called('Get order', null),
      left('Get order', 'success'),
    ),
    run(
      entered('Start'),
      entered('Get order'),
      ...called('Get order', null, null),
      left('Get order', 'error'),
    ),
  ];
  expect(coverageOf([flow], runs)).toEqual([
    {
      flow: 'Lookup',
      nodes: { covered: 2, of: 3, missed: [missed('Sorry', '"Sorry"')] },
      exits: {
        covered: 3,
        of: 5,
        missed: [missed('Get order', '"Get order" by 404'), missed('Sorry', '"Sorry" by next')],
      },
      statuses: {
        covered: 2,
        of: 4,
        missed: [
          missed('Get order', '"Get order" with error'),
          missed('Get order', '"Get order" with exception'),
        ],
      },
    },
  ]);
});

it('of no runs is nothing', () => {
  expect(coverageOf([flow], [])[0]?.nodes).toMatchObject({ covered: 0, of: 3 });
});
