// What a preview shows: the text that would come out, and which expression gave which piece of it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templatePreview, type TemplatePreview } from '#shared/template/language/template-preview.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { known, objectShape, shape } from '../../../../support/any-knowledge.ts';
import { anyBlockTemplate, anyTemplateSoup } from '../../../../support/any-template.ts';
import { runs } from '../../../../support/runs.ts';

const knowledge = {
  names: [
    known('@flow', { origin: 'system', shape: objectShape({ name: shape('text', { sample: '"Orders"' }) }) }),
  ],
};

function preview(source: string, values: ValueObject, field: TemplateField = 'text'): TemplatePreview | null {
  return templatePreview(source, field, { values, knowledge, now: '2026-01-02T03:04:05.000Z' });
}

/** Each piece as text, behind the expression that gave it. */
function told(source: string, values: ValueObject, field: TemplateField = 'text'): readonly string[] {
  const shown = preview(source, values, field);
  if (shown?.kind !== 'text') throw new Error(shown?.kind);
  return shown.pieces.map(({ text, expression, isMissing }) =>
    expression === null ? text : `${expression} → ${isMissing ? 'missing' : text}`,
  );
}

describe('a preview', () => {
  it('says which expression gave which piece, encoded for the field', () => {
    expect(told('Hi {{name}}, {{upper code}}!', { name: 'Ann', code: 'x' })).toEqual([
      'Hi ',
      '{{name}} → Ann',
      ', ',
      '{{upper code}} → X',
      '!',
    ]);
    expect(told('{"a":"{{t}}","b":{{n}}}', { t: 'say "x"', n: [1] }, 'json')).toEqual([
      '{"a":"',
      '{{t}} → say \\"x\\"',
      '","b":',
      '{{n}} → [1]',
      '}',
    ]);
  });

  it('shows what has no value as it is written, and an empty text as nothing', () => {
    expect(told('a {{nobody}}\nb {{empty}}{{nil}}', { empty: '', nil: null })).toEqual([
      'a ',
      '{{nobody}} → missing',
      '\nb ',
      '{{nil}} → missing',
    ]);
  });

  it('knows the environment, the clock and the name of the flow', () => {
    expect(told('{{@env.host}} {{@today}} {{@flow.name}} {{@run.id}}', { host: 'shop.example' })).toEqual([
      '{{@env.host}} → shop.example',
      ' ',
      '{{@today}} → 2026-01-02',
      ' ',
      '{{@flow.name}} → Orders',
      ' ',
      '{{@run.id}} → missing',
    ]);
  });

  it('is none for plain text, and a sentence where there is no text', () => {
    expect(preview('plain \\{{text}}', {})).toBeNull();
    expect(preview('{{uper x}}', {})).toEqual({
      kind: 'failure',
      message: 'There is no helper named uper at line 1, column 3 of the text.',
    });
  });

  it('is cut where nobody would read on', () => {
    const shown = preview('{{long}}!', { long: 'x'.repeat(5000) });
    expect(shown).toMatchObject({ kind: 'text', isCut: true, pieces: [{ text: 'x'.repeat(4000) }] });
  });

  it('can be asked for with any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyTemplateSoup, anyBlockTemplate), (source) => {
        const shown = preview(source, { t: 'x', list: [{ t: 1 }] });
        if (shown?.kind === 'failure') expect(shown.message).toMatch(/[.]$/);
      }),
      { numRuns: runs(200) },
    );
  });
});

it('a preview reads the system names that only this workspace has', () => {
  const given = { values: {}, knowledge, now: '2026-01-02T03:04:05.000Z' };
  const shown = (extra?: ValueObject) => templatePreview('{{@sample.url}}/v1', 'url', { ...given, extra });
  expect(shown({ sample: { url: 'http://127.0.0.1:8080' } })).toMatchObject({
    pieces: [{ text: 'http://127.0.0.1:8080' }, { text: '/v1' }],
  });
  expect(shown()).toMatchObject({ kind: 'failure' });
});
