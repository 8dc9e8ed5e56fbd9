// A flow with all that a bundle takes along: a flow that it runs, endpoints with secrets, environments, a fixture, a file.
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { fixtureSchema } from '#shared/fixture/fixture.ts';
import type { SecretSlot } from '#shared/ids/ids.ts';
import { bundleSha256 } from '../../electron/bundle/bundle-digest.ts';
import { makeBundle, type BundleParts, type PlacedDocument } from '#shared/bundle/make-bundle.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { inARow, nodeNamed, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';

/** The slots of the story's secrets. */
export const bundleSlots = {
  token: 'sl_tokentokento' as SecretSlot,
  header: 'sl_headerheader' as SecretSlot,
  value: 'sl_valuevalueva' as SecretSlot,
} as const;

const shop = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: storyId('ep', 'Shop API'),
  name: 'Shop API',
  baseUrl: 'https://shop.example/v2',
  auth: { type: 'bearer', token: { secret: bundleSlots.token } },
  headers: [{ name: 'X-Shop-Client', value: { secret: bundleSlots.header }, enabled: true }],
});
const elsewhere = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: storyId('ep', 'Elsewhere'),
  name: 'Elsewhere',
  baseUrl: 'https://elsewhere.example',
});
const lookup = storyFlow({
  name: 'Look up',
  nodes: [
    ['Start', 'start', {}],
    ['Get', 'api-call', { endpoint: shop.id, method: 'GET', path: '/orders', responseVariable: 'order' }],
    ['End', 'end', {}],
  ],
  connections: [...inARow('Start', 'Get'), ['Get', 'success', 'End']],
});
const main = storyFlow({
  name: 'Send a photo',
  nodes: [
    ['Start', 'start', {}],
    ['First', 'sub-flow', { flow: lookup.id, inputs: [], outputs: [] }],
    [
      'Upload',
      'api-call',
      {
        endpoint: shop.id,
        method: 'POST',
        path: '/photos',
        body: { type: 'binary', file: 'files/photo.png' },
        responseVariable: 'photo',
      },
    ],
    ['End', 'end', {}],
  ],
  connections: [...inARow('Start', 'First'), ['First', 'done', 'Upload'], ['Upload', 'success', 'End']],
});
const alone = storyFlow({
  name: 'Alone',
  nodes: [
    ['Start', 'start', {}],
    ['Get', 'api-call', { endpoint: elsewhere.id, method: 'GET', path: '/', responseVariable: 'it' }],
  ],
  connections: inARow('Start', 'Get'),
});
const environment = (name: string, values: readonly object[], more: object = {}) =>
  environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: storyId('en', name),
    name,
    values,
    ...more,
  });
const staging = environment('Staging', [
  { name: 'shop_host', value: 'staging.shop.example' },
  { name: 'shop_key', secret: bundleSlots.value },
]);
const production = environment('Production', [{ name: 'shop_host', value: 'shop.example' }]);
const defaults = environment('Defaults', [{ name: 'currency', value: 'EUR' }], { defaults: true });
const fixture = fixtureSchema.parse({
  format: 'flowbench.fixture',
  version: 1,
  id: storyId('fx', 'An order'),
  name: 'An order',
  flow: lookup.id,
  node: nodeNamed(lookup, 'Get').id,
  body: { text: '{"id":42}' },
});

/** The documents of the story by what they are called here. */
export const bundleStory = { shop, elsewhere, lookup, main, alone, staging, production, defaults, fixture };

/** The bytes of the file that the story sends. */
export const photo = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 10]);

/** A document as it would have been read from a file. */
export function placed(document: WorkspaceDocument, file: string): PlacedDocument {
  const read = readDocument(file, writeDocument(document, null));
  if (!read.ok) throw new Error(read.failure.message);
  return { file, stored: read.value };
}

/** Every document of the story in its file. */
export const placedStory: readonly PlacedDocument[] = [
  placed(shop, 'endpoints/shop-api.json'),
  placed(elsewhere, 'endpoints/elsewhere.json'),
  placed(lookup, 'flows/Parts/look-up.json'),
  placed(main, 'flows/send-a-photo.json'),
  placed(alone, 'flows/alone.json'),
  placed(staging, 'environments/staging.json'),
  placed(production, 'environments/production.json'),
  placed(defaults, 'environments/defaults.json'),
  placed(fixture, 'fixtures/look-up/an-order.json'),
];

/** The text of a bundle of the story; what is given replaces its parts. */
export function storyBundle(parts: Partial<BundleParts> = {}): Promise<string> {
  const whole: BundleParts = {
    name: 'Acme Shop',
    version: '1.0.0',
    flows: [main.id],
    documents: placedStory.filter(({ stored }) => stored.content.id !== alone.id),
    files: [{ name: 'files/photo.png', bytes: photo }],
    ...parts,
  };
  return makeBundle(whole, bundleSha256);
}
