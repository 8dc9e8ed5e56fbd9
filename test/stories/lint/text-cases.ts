// Of each rule about what stands in nodes a flow that it tells about, and flows that are almost the same and sound.
import type { Flow } from '#shared/flow/flow.ts';
import { storyId } from '../story-id.ts';
import type { StoryNode } from '../story-flow.ts';
import {
  ask,
  call,
  environmentOf,
  flowOfCall,
  rowOf,
  say,
  shopApi,
  told,
  workspaceOf,
  type LintCase,
} from './lint-case.ts';

type PromptRules = Extract<StoryNode, readonly [string, 'prompt', unknown]>[2]['textRules'];

const asked = (text: string): Flow => rowOf([ask('order'), say(text)]);

const asking = (textRules: PromptRules, answerType: 'text' | 'number' = 'text'): StoryNode => [
  'Ask',
  'prompt',
  { text: 'What?', variable: 'code', limit: null, answerType, textRules },
];

const withSecret = environmentOf('local', [{ name: 'token', secret: storyId('sl', 'token') }]);

/** Answered or not, the text is said. */
const bothWays = (text: string): Flow =>
  told(
    [
      ['Start', 'start', {}],
      ['Ask', 'prompt', { text: 'What?', variable: 'order' }],
      say(text),
      ['End', 'end', {}],
    ],
    [
      ['Start', 'next', 'Ask'],
      ['Ask', 'next', 'Say'],
      ['Ask', 'no-answer', 'Say'],
      ['Say', 'next', 'End'],
    ],
  );

/** By rule. */
export const textCases: Readonly<Record<string, LintCase>> = {
  'endpoint-unset': {
    says: ['No API endpoint is chosen.'],
    of: workspaceOf(flowOfCall({ endpoint: null })),
    nearMisses: { chosen: workspaceOf(flowOfCall()) },
  },
  'endpoint-missing': {
    says: ['Its API endpoint is gone from the workspace.'],
    of: workspaceOf(flowOfCall({ endpoint: storyId('ep', 'Gone API') })),
    nearMisses: {},
  },
  'endpoint-variable-unset': {
    says: ['Shop API reads tenant, which has no value on any way to Call.'],
    of: workspaceOf(flowOfCall(), { endpoints: [shopApi({ baseUrl: 'https://shop.example/{{tenant}}' })] }),
    nearMisses: {
      'set before': workspaceOf(rowOf([ask('tenant'), call()], { toEnd: [['Call', 'error']] }), {
        endpoints: [shopApi({ baseUrl: 'https://shop.example/{{tenant}}' })],
      }),
      'a value of the environment': workspaceOf(flowOfCall(), {
        endpoints: [shopApi({ baseUrl: 'https://shop.example/{{tenant}}' })],
        environments: [environmentOf('local', [{ name: 'tenant', value: 'acme' }])],
      }),
    },
  },
  'variable-unknown': {
    says: ['Nothing sets ordr: no node of this flow, and no environment is active. Did you mean order?'],
    of: workspaceOf(asked('{{ordr}}, {{order}}')),
    nearMisses: {
      'asked for': workspaceOf(asked('{{#if order}}{{order}}{{/if}}')),
      'in a row that is off': workspaceOf(
        flowOfCall({ query: [{ name: 'q', value: '{{nobody}}', enabled: false }] }),
      ),
    },
  },
  'variable-perhaps-unset': {
    says: ['order may be unset here: the way over Ask › no-answer does not set it.'],
    of: workspaceOf(bothWays('{{order}}')),
    nearMisses: {
      'with a default': workspaceOf(bothWays('{{default order "none"}}')),
      'behind a question': workspaceOf(bothWays('{{#if order}}{{order}}{{/if}}')),
    },
  },
  'environment-value-missing': {
    says: ['local has no value shop, while staging has it.'],
    of: workspaceOf(rowOf([say('{{@env.shop}}')]), {
      environments: [environmentOf('local'), environmentOf('staging', [{ name: 'shop', value: 'Acme' }])],
    }),
    nearMisses: {
      'a value that is there': workspaceOf(rowOf([say('{{@env.shop}}')]), {
        environments: [environmentOf('local', [{ name: 'shop', value: '' }])],
      }),
    },
  },
  'system-name-unknown': {
    says: ['There is no name @flo.'],
    of: workspaceOf(rowOf([say('{{@flo.name}}')])),
    nearMisses: {
      'a system name': workspaceOf(rowOf([say('{{@flow.name}} {{@run.id}} {{@today}}')])),
      'a name of this workspace': workspaceOf(rowOf([say('{{@sample.url}}')]), { extraNames: ['@sample'] }),
      'in a loop': workspaceOf(asked('{{#each order}}{{@index}}{{/each}}')),
    },
  },
  'secret-misplaced': {
    says: ['token is a secret of the active environment: only API endpoints and API Calls may use it.'],
    of: workspaceOf(rowOf([say('{{token}}')]), { environments: [withSecret] }),
    nearMisses: {
      'in a call': workspaceOf(flowOfCall({ path: '/{{token}}' }), { environments: [withSecret] }),
    },
  },
  'path-unknown': {
    says: ['No value of order seen so far has staus_code. Did you mean status_code?'],
    of: workspaceOf(rowOf([call(), say('{{order.staus_code}}')], { toEnd: [['Call', 'error']] })),
    nearMisses: {
      'a key of the body, which may have any': workspaceOf(
        rowOf([call(), say('{{order.body.staus_code}}')], { toEnd: [['Call', 'error']] }),
      ),
    },
  },
  'template-invalid': {
    says: ['The expression that begins at line 1, column 11 of the text is never closed'],
    of: workspaceOf(asked('{{order}} {{order')),
    nearMisses: {
      'braces that a backslash makes text': workspaceOf(asked('{{order}} \\{{order')),
      'in a row that is off': workspaceOf(
        flowOfCall({ headers: [{ name: 'X-Note', value: '{{', enabled: false }] }),
      ),
    },
  },
  'json-invalid': {
    says: ['The body is no JSON here: '],
    of: workspaceOf(flowOfCall({ body: { type: 'json', template: '{ "id": }' } })),
    nearMisses: {
      'a value as it is, which may be anything': workspaceOf(
        rowOf([ask('id'), call({ body: { type: 'json', template: '{ "id": {{{id}}} }' } })], {
          toEnd: [['Call', 'error']],
        }),
      ),
      'no body at all': workspaceOf(flowOfCall({ body: { type: 'json', template: '' } })),
    },
  },
  'variable-name-invalid': {
    says: ['"order id" is no variable name: it is letters, digits and _, and begins with a letter or _.'],
    of: workspaceOf(rowOf([ask('order id')])),
    nearMisses: { 'a name': workspaceOf(rowOf([ask('order_id'), say('{{order_id}}')])) },
  },
  'input-name-repeated': {
    says: ['The input order is there twice.'],
    of: workspaceOf(rowOf([say('{{order}}')], { inputs: [{ name: 'order' }, { name: 'order' }] })),
    nearMisses: {
      'two names': workspaceOf(
        rowOf([say('{{order}} {{shop}}')], { inputs: [{ name: 'order' }, { name: 'shop' }] }),
      ),
    },
  },
  'input-default-invalid': {
    says: ['The default is not a number: write digits, or an expression that gives a number.'],
    of: workspaceOf(
      rowOf([say('{{order}}')], { inputs: [{ name: 'order', type: 'number', default: 'ten' }] }),
    ),
    nearMisses: {
      'a number': workspaceOf(
        rowOf([say('{{order}}')], { inputs: [{ name: 'order', type: 'number', default: '10' }] }),
      ),
    },
  },
  'text-missing': {
    says: ['The message says nothing.'],
    of: workspaceOf(rowOf([say(' ')])),
    nearMisses: { 'an expression': workspaceOf(rowOf([say('{{@today}}')])) },
  },
  'pattern-invalid': {
    says: ['The pattern of the answer cannot be read'],
    of: workspaceOf(rowOf([asking({ pattern: '^[A-Z{2}$' }), say('{{code}}')])),
    nearMisses: {
      'a bracket that is closed': workspaceOf(rowOf([asking({ pattern: '^[A-Z]{2}$' }), say('{{code}}')])),
      'nothing at all': workspaceOf(rowOf([asking({ pattern: '' }), say('{{code}}')])),
      'a number is asked for': workspaceOf(rowOf([asking({ pattern: '(' }, 'number'), say('{{code}}')])),
      'what takes other engines for ever': workspaceOf(
        rowOf([asking({ pattern: '^(a+)+$' }), say('{{code}}')]),
      ),
    },
  },
  'body-unread': {
    says: ['HEAD has a body here, which servers do not read.'],
    of: workspaceOf(flowOfCall({ method: 'HEAD', body: { type: 'text', template: 'Hello' } })),
    nearMisses: {
      'a body that is empty, and so none': workspaceOf(
        flowOfCall({ method: 'HEAD', body: { type: 'text', template: '' } }),
      ),
      'a method that has one': workspaceOf(flowOfCall({ body: { type: 'text', template: 'Hello' } })),
    },
  },
  'body-file-missing': {
    says: ['No file was chosen for the body.'],
    of: workspaceOf(flowOfCall({ body: { type: 'binary', file: '' } })),
    nearMisses: { 'a file': workspaceOf(flowOfCall({ body: { type: 'binary', file: 'files/order.bin' } })) },
  },
  'header-invalid': {
    says: ['Content-Length is made by the connection itself and cannot be set.'],
    of: workspaceOf(flowOfCall({ headers: [{ name: 'Content-Length', value: '3', enabled: true }] })),
    nearMisses: {
      'switched off': workspaceOf(
        flowOfCall({ headers: [{ name: 'Content-Length', value: '3', enabled: false }] }),
      ),
      'an empty row': workspaceOf(flowOfCall({ headers: [{ name: '', value: '', enabled: true }] })),
      'the host': workspaceOf(
        flowOfCall({ headers: [{ name: 'Host', value: 'shop.example', enabled: true }] }),
      ),
    },
  },
  'header-repeated': {
    says: [1, 2].map(
      () => 'Content-Type stands here twice; a request has it once, and servers read only one of them.',
    ),
    of: workspaceOf(
      flowOfCall({
        headers: [
          { name: 'Content-Type', value: 'text/plain', enabled: true },
          { name: 'content-type', value: 'text/html', enabled: true },
        ],
      }),
    ),
    nearMisses: {
      'a header whose values add up': workspaceOf(
        flowOfCall({
          headers: [
            { name: 'Accept', value: 'text/plain', enabled: true },
            { name: 'Accept', value: 'text/html', enabled: true },
          ],
        }),
      ),
    },
  },
  'credential-readable': {
    says: ['Authorization is written out here, readable for everybody who has the workspace.'],
    of: workspaceOf(flowOfCall({ headers: [{ name: 'Authorization', value: 'Bearer abc', enabled: true }] })),
    nearMisses: {
      'from an expression': workspaceOf(
        rowOf(
          [
            ask('token'),
            call({ headers: [{ name: 'Authorization', value: 'Bearer {{token}}', enabled: true }] }),
          ],
          { toEnd: [['Call', 'error']] },
        ),
      ),
    },
  },
};
