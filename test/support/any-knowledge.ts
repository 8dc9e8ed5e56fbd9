// What an editor knows in the tests of the language of templates: an order, a list of lines, an environment.
import type { ValueShape } from '#shared/value/value-shape.ts';
import type { ValueKind } from '#shared/value/value-kinds.ts';
import type { KnownName, TemplateKnowledge } from '#shared/template/language/template-knowledge.ts';

/** A shape that was seen in every sample. */
export function shape(kind: ValueKind, more: Partial<ValueShape> = {}): ValueShape {
  return { kinds: [kind], seen: 1, of: 1, sample: null, keys: new Map(), items: null, ...more };
}

export function objectShape(keys: Readonly<Record<string, ValueShape>>): ValueShape {
  return shape('object', { keys: new Map(Object.entries(keys)) });
}

export function known(name: string, more: Partial<KnownName> = {}): KnownName {
  return { name, origin: 'variable', set: 'always', setBy: [], shape: null, ...more };
}

const line = objectShape({
  sku: shape('text', { sample: '"A-1"' }),
  'odd key': shape('number', { sample: '1' }),
  note: shape('text', { sample: '"gift"', seen: 3, of: 5 }),
  'a]b\\c': objectShape({ deep: shape('text') }),
});

export const orderKnowledge: TemplateKnowledge = {
  names: [
    known('order', {
      setBy: [{ nodeId: 'nd_order', nodeName: 'Get order' }],
      shape: objectShape({
        status: shape('text', { sample: '"success"' }),
        body: objectShape({ id: shape('number', { sample: '42' }), lines: shape('list', { items: line }) }),
      }),
    }),
    known('answer', {
      set: 'perhaps',
      setBy: [{ nodeId: 'nd_ask', nodeName: 'Ask' }],
      shape: shape('text', { sample: '"yes"' }),
    }),
    known('shop_host', { origin: 'environment', shape: shape('text', { sample: '"shop.example"' }) }),
    known('api_key', { origin: 'environment', secret: true }),
    known('@today', { origin: 'system', description: 'The date, in UTC.', shape: shape('text') }),
    known('@env', { origin: 'system', shape: objectShape({ shop_host: shape('text') }) }),
  ],
};
