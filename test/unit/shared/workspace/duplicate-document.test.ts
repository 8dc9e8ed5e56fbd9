// A copy gets ids of its own; one that is overlooked would tie it to the original.
import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateDocument } from '#shared/workspace/duplicate-document.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { anyDocument } from '../../../support/any-document.ts';
import { frozenDocument, frozenText } from '../../../support/workspace-fixture.ts';

const fillRandom = (bytes: Uint8Array) => webcrypto.getRandomValues(bytes);

describe('copying a document', () => {
  it('gives an endpoint new slots and says which took the place of which', () => {
    const source = frozenDocument('endpoints/shop-api.json');
    const { stored, slots } = duplicateDocument(source, 'Shop API copy', fillRandom);
    expect([...slots.keys()]).toEqual(['sl_shoptokensho', 'sl_shopclientsh']);
    const token = slots.get('sl_shoptokensho' as Parameters<typeof slots.get>[0]);
    expect(stored.content).toMatchObject({
      name: 'Shop API copy',
      baseUrl: 'https://{{@env.shop_host}}/v2',
      auth: { type: 'bearer', token: { secret: token } },
    });
    expect(new Set([...slots.keys(), ...slots.values()]).size).toBe(4);
    expect(stored.content.id).not.toBe(source.content.id);
  });

  it('gives a flow new nodes, connected as before, that use the same endpoint', () => {
    const source = frozenDocument('flows/order-lookup.json');
    const { stored, slots } = duplicateDocument(source, 'Copy', fillRandom);
    if (stored.content.format !== 'flowbench.flow' || source.content.format !== 'flowbench.flow')
      throw new Error();
    expect(slots.size).toBe(0);
    const placeOf = (flow: typeof stored.content, id: string | null) =>
      flow.nodes.findIndex((node) => node.id === id);
    const shape = (flow: typeof stored.content) => ({
      error: placeOf(flow, flow.errorNode),
      connections: flow.connections.map(({ from, to }) => [
        placeOf(flow, from.node),
        from.exit,
        placeOf(flow, to),
      ]),
      configs: flow.nodes.map((node) => node.config),
    });
    expect(shape(stored.content)).toEqual(shape(source.content));
    expect(shape(stored.content).connections.flat()).not.toContain(-1);
    const ids = [...source.content.nodes, ...stored.content.nodes].map((node) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes keys along that it does not know, and what they refer to', () => {
    const text = frozenText('flows/order-lookup.json').replace(
      '"errorNode"',
      '"pinned": {"nd_startstartst": "nd_endendendend"}, "errorNode"',
    );
    const read = readDocument('a.json', text);
    if (!read.ok) throw new Error(read.failure.message);
    const { stored } = duplicateDocument(read.value, 'Copy', fillRandom);
    if (stored.content.format !== 'flowbench.flow') throw new Error();
    const [start, , , , end] = stored.content.nodes;
    expect(stored.raw['pinned']).toEqual({ [start!.id]: end!.id });
    expect(JSON.parse(writeDocument(stored.content, stored))).toHaveProperty('pinned');
  });

  it('leaves no id of the original in any copy, except of other documents', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const read = readDocument('a.json', writeDocument(document, null));
        if (!read.ok) throw new Error(read.failure.message);
        const copy = duplicateDocument(read.value, 'Copy', fillRandom).stored.content;
        expect(copy.format).toBe(document.format);
        expect(JSON.stringify(copy)).not.toContain(document.id);
        if (document.format !== 'flowbench.flow') return;
        for (const node of document.nodes) expect(JSON.stringify(copy)).not.toContain(`"${node.id}"`);
      }),
    );
  });
});
