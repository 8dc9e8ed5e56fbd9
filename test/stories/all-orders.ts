// The story of paging: every order of an API that gives them three at a time, gathered by a loop over pages and one over orders.
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow } from './story-flow.ts';
import { storyId } from './story-id.ts';
import { answerJson, type StoryRoute } from './story-server.ts';

const endpoint = storyId('ep', 'Paged API');
const last = storyId('br', 'Last page');

/** The API endpoint of the story, on a story server. */
export function pagedApi(baseUrl: string): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpoint,
    name: 'Paged API',
    baseUrl,
  });
}

/** Asks for page after page until the API says that there is no further one; a page that cannot be had ends it. */
export function allOrders(): Flow {
  return storyFlow({
    name: 'All orders',
    nodes: [
      ['Start', 'start', {}],
      ['Pages', 'loop', { list: '{{range 1 100}}', itemVariable: 'page', limit: 100 }],
      [
        'Get page',
        'api-call',
        {
          endpoint,
          method: 'GET',
          path: '/orders',
          query: [{ name: 'page', value: '{{page}}', enabled: true }],
          responseVariable: 'reply',
        },
      ],
      ['Orders', 'loop', { list: '{{reply.body.orders}}', itemVariable: 'order' }],
      ['Keep', 'set-variables', { changes: [{ variable: 'orders', action: 'append', value: '{{order}}' }] }],
      [
        'Last page?',
        'condition',
        {
          branches: [
            {
              id: last,
              name: 'Last page',
              rules: [{ left: '{{reply.body.next_page}}', operator: 'value-empty' }],
            },
          ],
        },
      ],
      [
        'Tell',
        'message',
        { text: '{{#if orders}}{{#each orders}}{{id}} {{/each}}{{else}}No orders.{{/if}}' },
      ],
      ['Sorry', 'message', { text: 'Page {{page}} cannot be had now.' }],
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'Pages'],
      ['Pages', 'each', 'Get page'],
      ['Get page', 'success', 'Orders'],
      ['Get page', 'error', 'Sorry'],
      ['Orders', 'each', 'Keep'],
      ['Keep', 'next', 'Orders'],
      ['Orders', 'done', 'Last page?'],
      ['Last page?', last, 'Tell'],
      ['Last page?', 'else', 'Pages'],
      ['Pages', 'done', 'Tell'],
      ['Tell', 'next', 'End'],
      ['Sorry', 'next', 'End'],
    ],
  });
}

/** Answers `/orders?page=2` with three of so many orders, and with the number of the next page while there is one. */
export function pagedOrders(count: number, perPage = 3): StoryRoute {
  return ({ path }, response) => {
    const page = Number(new URL(path, 'http://story').searchParams.get('page'));
    const from = (page - 1) * perPage;
    const orders = Array.from({ length: Math.max(0, Math.min(perPage, count - from)) }, (_none, at) => ({
      id: from + at + 1,
    }));
    answerJson(response, 200, { orders, next_page: from + perPage < count ? page + 1 : null });
  };
}
