// The story of a sub-flow in a loop: everybody of a list is fetched by another flow and greeted by this one.
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow } from './story-flow.ts';
import { storyId } from './story-id.ts';

const fetchId = storyId('fl', 'Fetch a name');

/** Gives the name of the user with a number, through the sample API. */
export function fetchAName(endpoint: Endpoint['id']): Flow {
  return storyFlow({
    name: 'Fetch a name',
    nodes: [
      ['Begin', 'start', { inputs: [{ name: 'number', type: 'number' }] }],
      [
        'Get user',
        'api-call',
        { endpoint, method: 'GET', path: '/users/{{number}}', responseVariable: 'user' },
      ],
      ['Fetched', 'end', { result: '{{user.body.name}}' }],
    ],
    connections: [
      ['Begin', 'next', 'Get user'],
      ['Get user', 'success', 'Fetched'],
    ],
  });
}

/** Goes through three numbers, lets the other flow fetch a name for each, and says it. */
export function greetEverybody(): Flow {
  return storyFlow({
    name: 'Greet everybody',
    nodes: [
      ['Start', 'start', {}],
      ['People', 'loop', { list: '[7, 8, 9]', itemVariable: 'person' }],
      [
        'Fetch',
        'sub-flow',
        { flow: fetchId, inputs: [{ name: 'number', value: '{{person}}' }], resultVariable: 'name' },
      ],
      ['Greet', 'message', { text: 'Hello {{name}}!' }],
      ['Nobody', 'message', { text: 'Number {{person}} cannot be fetched.' }],
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'People'],
      ['People', 'each', 'Fetch'],
      ['Fetch', 'next', 'Greet'],
      ['Fetch', 'failed', 'Nobody'],
      ['Greet', 'next', 'People'],
      ['Nobody', 'next', 'People'],
      ['People', 'done', 'End'],
    ],
  });
}
