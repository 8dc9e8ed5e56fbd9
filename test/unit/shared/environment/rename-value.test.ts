// A value of the environments is called otherwise everywhere at once, and every run does the same as before.
import { describe, expect, it } from 'vitest';
import { environmentReads, readsInTemplate } from '#shared/environment/environment-reads.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import { renameValue } from '#shared/environment/rename-value.ts';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { storyFlow } from '../../../stories/story-flow.ts';

const environment = (name: string, values: readonly object[]): Environment =>
  environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: `en_${name.padEnd(12, 'a').slice(0, 12)}`,
    name,
    values,
  });
const staging = environment('staging', [
  { name: 'host', value: 'staging.shop.example' },
  { name: 'region', value: 'eu' },
]);
const live = environment('live', [{ name: 'host', secret: 'sl_aaaaaaaaaaaa', description: 'the shop' }]);

function flow(texts: readonly string[], inputs: readonly string[] = []): Flow {
  return storyFlow({
    name: 'Greeting',
    nodes: [
      ['Start', 'start', { inputs: inputs.map((name) => ({ name })) }],
      ...texts.map((text, at): [string, 'message', { text: string }] => [
        `Say ${String(at)}`,
        'message',
        { text },
      ]),
    ],
    connections: [],
  });
}

const shopApi: Endpoint = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: 'ep_aaaaaaaaaaaa',
  name: 'Shop API',
  baseUrl: 'https://{{@env.host}}/v2',
  auth: { type: 'bearer', token: { template: '{{host}}' } },
  headers: [{ name: 'X-Host', value: { template: '{{host}}' }, enabled: false }],
});

function renamed(flows: readonly Flow[], to = 'shop_host') {
  const outcome = renameValue({ environments: [staging, live], flows, endpoints: [shopApi] }, 'host', to);
  return outcome.ok ? outcome.value : outcome.failure;
}

const textsOf = (changed: ReturnType<typeof renamed>): string =>
  typeof changed === 'string'
    ? changed
    : JSON.stringify(changed.filter(({ format }) => format === 'flowbench.flow'));

describe('renaming a value', () => {
  it('changes every environment that has it, and keeps what belongs to its row', () => {
    const changed = renamed([]);
    expect(Array.isArray(changed) && changed.slice(0, 2)).toEqual([
      {
        ...staging,
        values: [{ name: 'shop_host', value: 'staging.shop.example', enabled: true }, staging.values[1]],
      },
      { ...live, values: [{ ...live.values[0], name: 'shop_host' }] },
    ]);
  });

  it.each([
    ['{{host}} and {{@env.host}}', '{{shop_host}} and {{@env.shop_host}}'],
    ['{{upper @env.[host]}} {{#if host}}{{../host}}{{/if}}', '{{upper @env.shop_host}} {{#if shop_host}}'],
    ['{{#each list}}{{host}} {{../host}}{{/each}}', '{{#each list}}{{host}} {{../shop_host}}{{/each}}'],
    ['{{hosts}} {{order.host}} {{@root.host}}', null],
  ])('follows %s', (text, expected) => {
    expect(textsOf(renamed([flow([text])]))).toContain(expected ?? '[]');
  });

  it('leaves a name that the flow sets itself, and changes what names the environment', () => {
    expect(textsOf(renamed([flow(['{{host}} {{@env.host}}'], ['host'])]))).toContain(
      '{{host}} {{@env.shop_host}}',
    );
  });

  it('reads the value by the environment where the new name is a variable of the flow', () => {
    expect(textsOf(renamed([flow(['{{host}}'], ['shop_host'])]))).toContain('{{@env.shop_host}}');
  });

  it('reaches endpoints, also headers that are off', () => {
    const changed = renamed([]);
    const endpoint = typeof changed === 'string' ? undefined : changed.find(({ id }) => id === shopApi.id);
    expect(endpoint).toMatchObject({
      baseUrl: 'https://{{@env.shop_host}}/v2',
      auth: { token: { template: '{{shop_host}}' } },
      headers: [{ value: { template: '{{shop_host}}' } }],
    });
  });

  it.each([
    ['region', 'staging has a value region already.'],
    [
      '9 lives',
      'A name is letters, digits and _, begins with a letter or _, and is no word such as this or true.',
    ],
    ['host', 'It is called host already.'],
  ])('is refused for %s', (to, sentence) => {
    expect(renamed([flow(['{{host}}'])], to)).toBe(sentence);
  });

  it('and back gives the same documents again', () => {
    const flows = [flow(['{{host}} {{@env.host}} {{lower host}}'])];
    const there = renameValue(
      { environments: [staging, live], flows, endpoints: [shopApi] },
      'host',
      'shop_host',
    );
    const documents = there.ok ? there.value : [];
    const of = (format: string) => documents.filter((each) => each.format === format);
    const back = renameValue(
      {
        environments: of('flowbench.environment') as Environment[],
        flows: of('flowbench.flow') as Flow[],
        endpoints: of('flowbench.endpoint') as Endpoint[],
      },
      'shop_host',
      'host',
    );
    expect(back.ok && back.value).toEqual([staging, live, ...flows, shopApi]);
  });
});

describe('the reads of the environment', () => {
  it('are told by name with who reads them; variables of the flow and of the run are none', () => {
    const flows = [flow(['{{host}} {{name}} {{@env.name}} {{@root.x}}'], ['name'])];
    expect([...environmentReads(flows, [shopApi])]).toEqual([
      ['host', ['Greeting', 'Shop API']],
      ['name', ['Greeting']],
    ]);
    expect(readsInTemplate('{{json @env}}').map(({ name }) => name)).toEqual([null]);
  });
});
