import { useState } from 'react';
import { Field } from '../field/field.tsx';
import { TemplateContext, type TemplatePlace } from '../template/template-context.ts';
import { TemplateField } from '../template/template-field.tsx';
import { Cell } from './cell.tsx';

const message = 'order may be unset here: the way over Ask order › no-answer does not set it.';

const place: TemplatePlace = {
  knowledge: {
    names: [],
    troubleWith: ({ name, asked }) => (name === 'order' && !asked ? { severity: 'warning', message } : null),
  },
  previewValues: {},
};

/** A field whose template reads a name that some way to it leaves unset. */
export function PerhapsUnsetCell() {
  const [path, setPath] = useState('/orders/{{order}}?q={{default order ""}}');
  return (
    <Cell caption="template, perhaps unset" width={220}>
      <TemplateContext value={place}>
        <Field label="Path of an order" labelHidden warning={message}>
          <TemplateField field="path" value={path} onChange={setPath} />
        </Field>
      </TemplateContext>
    </Cell>
  );
}
