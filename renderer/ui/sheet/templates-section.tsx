import { useMemo, useState } from 'react';
import type { KnownName, TemplateKnowledge } from '#shared/template/language/template-knowledge.ts';
import type { ValueShape } from '#shared/value/value-shape.ts';
import { TemplateContext, type TemplatePlace } from '../template/template-context.ts';
import { TemplateField } from '../template/template-field.tsx';
import { Cell, SheetSection } from './cell.tsx';

const scalar = (kind: 'text' | 'number', sample: string): ValueShape => ({
  kinds: [kind],
  seen: 1,
  of: 1,
  sample,
  keys: new Map(),
  items: null,
});

const object = (keys: Readonly<Record<string, ValueShape>>): ValueShape => ({
  kinds: ['object'],
  seen: 1,
  of: 1,
  sample: null,
  keys: new Map(Object.entries(keys)),
  items: null,
});

const orderShape = object({ id: scalar('text', '"10482"'), total: scalar('number', '34.5') });

const variable = (name: string, nodeName: string, shape: ValueShape): KnownName => ({
  name,
  origin: 'variable',
  set: 'always',
  setBy: [{ nodeId: nodeName, nodeName }],
  shape,
});

/** Templates where names are known, as in a flow. */
export function TemplatesSection() {
  const [names, setNames] = useState<readonly KnownName[]>([
    variable('order', 'Get order', orderShape),
    variable('order_id', 'Ask for the order', scalar('text', '"10482"')),
  ]);
  const [body, setBody] = useState('{\n  "order": "{{order.id}}",\n  "total": {{order.total}}\n}');
  const [header, setHeader] = useState('application/json');
  const [news, setNews] = useState('');
  const place = useMemo<TemplatePlace>(() => {
    const isKnown = (name: string) => names.some((each) => each.name === name);
    const knowledge: TemplateKnowledge = {
      names,
      troubleWith: ({ name }) =>
        isKnown(name) ? null : { severity: 'error', message: `Nothing sets ${name} before this.` },
    };
    return {
      knowledge,
      previewValues: { order: { id: '10482', total: 34.5 } },
      onGoToDefinition: (name) => setNews(`Went to ${name}.`),
      onFindUses: (name) => setNews(`Looked for ${name}.`),
      renameTrouble: (_from, to) => (isKnown(to) ? `There is a variable ${to} already.` : null),
      onRename: (from, to) => {
        setNames(names.map((each) => (each.name === from ? { ...each, name: to } : each)));
        setBody((text) => text.replaceAll(`{{${from}.`, `{{${to}.`));
        setNews(`Renamed ${from} to ${to}.`);
      },
    };
  }, [names]);
  return (
    <SheetSection title="Templates">
      <TemplateContext value={place}>
        <Cell caption="JSON with known names" width={440}>
          <TemplateField field="json" label="Body" lines={6} value={body} onChange={setBody} />
        </Cell>
        <Cell caption="with suggestions" width={220}>
          <TemplateField
            field="header"
            label="Media type"
            value={header}
            suggestions={[
              { text: 'application/json', detail: 'JSON' },
              { text: 'application/xml', detail: 'XML' },
              { text: 'text/plain' },
            ]}
            onChange={setHeader}
          />
          <output aria-label="What was asked for">{news}</output>
        </Cell>
      </TemplateContext>
    </SheetSection>
  );
}
