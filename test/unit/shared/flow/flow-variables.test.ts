// What the Variables panel says of a flow that has not run: names, types, and where each is set and read.
import { describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { flowVariables, type VariablePlace } from '#shared/flow/flow-variables.ts';
import { orderLookup } from '../../../stories/order-lookup.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';

const endpointId = storyId('ep', 'Shop API');
const shop = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: endpointId,
  name: 'Shop API',
  baseUrl: 'https://{{host}}/{{tenant}}',
});

const { nodes } = storyFlow({
  name: 'Variables',
  nodes: [
    [
      'Start',
      'start',
      {
        inputs: [
          { name: 'tenant', type: 'json' },
          { name: 'count', type: 'number' },
        ],
      },
    ],
    ['Ask', 'prompt', { text: 'Day?', variable: 'day', answerType: 'number' }],
    ['Again', 'prompt', { text: 'Count?', variable: 'count' }],
    [
      'Weather',
      'api-call',
      {
        endpoint: endpointId,
        method: 'GET',
        path: '/weather/{{day}}/{{day}}',
        query: [{ name: 'day', value: '{{day}}' }],
        responseVariable: 'weather',
      },
    ],
    ['Say', 'message', { text: '{{weather.body}} in {{city}}, {{region}}' }],
  ],
  connections: [],
});

const told = (places: readonly VariablePlace[]) =>
  places.map(({ name, field }) => (field === null ? name : `${name} · ${field}`));
const variables = (given: readonly string[] = []) => flowVariables(nodes, [shop], new Set(given));
const variable = (name: string, given: readonly string[] = []) =>
  variables(given).find((each) => each.name === name);

describe('the variables of a flow', () => {
  it('come with the type of what sets them', () => {
    expect(variables().map(({ name, type }) => [name, type])).toEqual([
      ['tenant', 'JSON'],
      ['count', null],
      ['day', 'number'],
      ['weather', 'object'],
      ['city', null],
      ['region', null],
      ['host', null],
    ]);
  });

  it('tell where they are set and read, each field once', () => {
    expect(told(variable('day')?.setIn ?? [])).toEqual(['Ask · Variable']);
    expect(told(variable('day')?.readIn ?? [])).toEqual(['Weather · Path', 'Weather · Query, row 1']);
    expect(variable('count')?.setIn).toHaveLength(2);
    expect(variable('count')?.readIn).toEqual([]);
    expect(variable('city')?.setIn).toEqual([]);
  });

  it('are read by the endpoints that the flow calls through', () => {
    expect(told(variable('tenant')?.readIn ?? [])).toEqual(['Shop API']);
    expect(flowVariables(nodes, [], new Set()).find(({ name }) => name === 'host')).toBeUndefined();
  });

  it('are not those of the environment, unless a node sets them too', () => {
    expect(variable('region', ['region'])).toBeUndefined();
    expect(variable('day', ['day'])).toBeDefined();
  });

  it('are set by changes that are on, with the type of what those store', () => {
    const { nodes: changing } = storyFlow({
      name: 'Changes',
      nodes: [
        [
          'Bill',
          'set-variables',
          {
            changes: [
              { variable: 'total', action: 'increment' },
              { variable: 'items', action: 'append', value: '{{total}}' },
              { variable: 'said', value: 'It is {{total}}' },
              { variable: 'copy', value: '{{total}}' },
              { variable: 'off', value: 'x', enabled: false },
              { variable: 'gone', action: 'unset' },
            ],
          },
        ],
      ],
      connections: [],
    });
    expect(
      flowVariables(changing, [], new Set()).map(({ name, type, setIn }) => [name, type, told(setIn).join()]),
    ).toEqual([
      ['total', 'number', 'Bill · Changes, row 1'],
      ['items', 'list', 'Bill · Changes, row 2'],
      ['said', 'text', 'Bill · Changes, row 3'],
      ['copy', null, 'Bill · Changes, row 4'],
    ]);
  });

  it('are all read by @root', () => {
    const flow = storyFlow({
      name: 'All',
      nodes: [
        ['Ask', 'prompt', { text: 'Day?', variable: 'day' }],
        ['Say', 'message', { text: '{{json @root}}' }],
      ],
      connections: [],
    });
    expect(flowVariables(flow.nodes, [], new Set()).map(({ readIn }) => told(readIn))).toEqual([
      ['Say · Text'],
    ]);
  });

  it('are all set and read in the example', () => {
    const found = flowVariables(orderLookup().nodes, [], new Set(['shop_name']));
    expect(found.map(({ name }) => name)).toContain('order_id');
    expect(found.filter(({ setIn }) => setIn.length === 0)).toEqual([]);
  });
});
