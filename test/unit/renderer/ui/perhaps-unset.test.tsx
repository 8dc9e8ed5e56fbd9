// A name that may be unset has a mark of its own in a field, and its field a warning that screen readers say.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { templateParts } from '#shared/template/template-parts.ts';
import { Field } from '../../../../renderer/ui/field/field.tsx';
import { TextField } from '../../../../renderer/ui/field/text-field.tsx';
import { nameLooks } from '../../../../renderer/ui/template/name-looks.ts';

const knowledge = {
  troubleWith: ({ name, asked }: { readonly name: string; readonly asked: boolean }) =>
    name !== 'order' || asked ? null : ({ severity: 'warning', message: 'It may be unset.' } as const),
};
const marked = (source: string, known: Parameters<typeof nameLooks>[2] = knowledge) => {
  const lookOf = nameLooks(source, undefined, known);
  return templateParts(source)
    .filter((part) => lookOf(part) === 'perhaps')
    .map(({ text }) => text);
};

describe('the expressions that are marked', () => {
  it.each([
    ['no expressions', []],
    ['{{order.id}} {{city}}', ['{{order.id}}']],
    ['{{default order 1}}{{upper order}}', ['{{upper order}}']],
    ['{{#each order}}{{../order}}{{/each}}', ['{{#each order}}']],
  ])('in %j are those that read such a name', (source, expected) => {
    expect(marked(source)).toEqual(expected);
  });

  it('are none where nothing is known', () => {
    expect(marked('{{order}}', {})).toEqual([]);
  });
});

describe('a field with a warning', () => {
  const markup = (more: { error?: string }) =>
    renderToStaticMarkup(
      <Field label="Text" hint="Any text" warning="order may be unset here." {...more}>
        <TextField value="" onChange={() => undefined} />
      </Field>,
    );

  it('says so in place of the hint, with an icon that has a word, and marks nothing as wrong', () => {
    const page = markup({});
    expect(page).toContain('order may be unset here.');
    expect(page).toContain('Warning:');
    expect(page).not.toContain('Any text');
    expect(page).not.toContain('aria-invalid');
    const note = /aria-describedby="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(page).toContain(`<div id="${note}">`);
  });

  it('says what is wrong first', () => {
    const page = markup({ error: 'Nothing sets nobody.' });
    expect(page.indexOf('Nothing sets nobody.')).toBeLessThan(page.indexOf('order may be unset here.'));
    expect(page).toContain('aria-invalid="true"');
  });
});
