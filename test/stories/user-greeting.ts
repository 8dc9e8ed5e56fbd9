// The shortest story with everything in it: an endpoint with a token, a question, a call and an answer that uses it.
import type { EndpointId } from '#shared/ids/ids.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { storyId } from './story-id.ts';
import { storyFlow } from './story-flow.ts';

/** The slot under which the vault keeps the Users API's token. */
export const usersApiTokenSlot = storyId('sl', 'Users API token');

/** The endpoint of the first story: an API that answers nobody without its token. */
export function usersApi(baseUrl: string): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Users API'),
    name: 'Users API',
    baseUrl,
    auth: { type: 'bearer', token: { secret: usersApiTokenSlot } },
  });
}

/** The first story: ask for a user's number, fetch the user with a bearer token, and greet by name. */
export function userGreeting(endpoint: EndpointId = storyId('ep', 'Users API')): Flow {
  return storyFlow({
    name: 'Greet a user',
    nodes: [
      ['Start', 'start', {}],
      ['User number', 'prompt', { text: 'Which user?', answerType: 'number', variable: 'user_id' }],
      [
        'Get user',
        'api-call',
        { endpoint, method: 'GET', path: '/users/{{user_id}}', responseVariable: 'user_data' },
      ],
      ['Greeting', 'message', { text: 'Hello, {{user_data.body.name}}!' }],
      ['Apology', 'message', { text: 'Sorry, that did not work.' }],
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'User number'],
      ['User number', 'next', 'Get user'],
      ['User number', 'no-answer', 'Apology'],
      ['Get user', 'success', 'Greeting'],
      ['Get user', 'error', 'Apology'],
      ['Greeting', 'next', 'End'],
      ['Apology', 'next', 'End'],
    ],
  });
}
