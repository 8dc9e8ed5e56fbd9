// The promises of templates for all values: what is put in comes out, and a value stays data.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callStatuses } from '#shared/response/call-statuses.ts';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { Rendered } from '#shared/template/rendered.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import { readJson } from '#shared/value/read-json.ts';
import { valueText } from '#shared/value/value-text.ts';
import type { Value } from '#shared/value/value.ts';
import { anyBlockTemplate, anyPlainTemplate, anyTemplateSoup } from '../../../support/any-template.ts';
import { anyText, anyValue, anyValueObject } from '../../../support/any-value.ts';
import { runs } from '../../../support/runs.ts';
import { templateScope } from '../../../support/template-scope.ts';

const fields = ['text', 'json', 'url', 'path', 'query', 'header'] as const;
const anyField: fc.Arbitrary<TemplateField> = fc.constantFrom(...fields);
const anyTemplate = fc.oneof(anyTemplateSoup, anyPlainTemplate, anyBlockTemplate);

describe('a value in a JSON body', () => {
  it('comes back exactly: as its text from a string, as itself from a value position', () => {
    fc.assert(
      fc.property(anyValue, (x) => {
        const { text } = render('{"a":"{{x}}","b":{{x}}}', 'json', { x });
        expect(readJson(text)).toEqual({ ok: true, value: { a: valueText(x), b: x } });
      }),
    );
  });

  it('comes back exactly from a key and from behind other text', () => {
    fc.assert(
      fc.property(anyText, anyText, (x, y) => {
        const { text } = render('[{"{{x}}":1},"say \\"{{x}}{{y}}\\""]', 'json', { x, y });
        const read = readJson(text);
        expect(read.ok && Array.isArray(read.value) && Object.keys(read.value[0] as object)).toEqual([x]);
        expect(read.ok && Array.isArray(read.value) && read.value[1]).toBe(`say "${x}${y}"`);
      }),
    );
  });

  it('is JSON again inside the JSON that the json helper makes', () => {
    fc.assert(
      fc.property(anyValue, (x) => {
        const { text } = render('{{json x}}', 'json', { x });
        const outer = readJson(text);
        expect(outer.ok && typeof outer.value === 'string' && readJson(outer.value)).toEqual({
          ok: true,
          value: x,
        });
      }),
    );
  });
});

describe('a value in any field', () => {
  it('is data and is never looked at for expressions', () => {
    fc.assert(
      fc.property(anyTemplateSoup, (x) => {
        const scope = templateScope({ x, name: 'NO' }, { environment: { secret: 'NO' } });
        for (const field of ['text', 'query'] as const) {
          expect(renderTemplate('<{{x}}{{{x}}}>', field, scope)).toMatchObject({
            value: { text: `<${x}${x}>` },
          });
        }
      }),
    );
  });

  it('keeps its type where the template is one expression', () => {
    fc.assert(
      fc.property(anyValue, (x) => {
        expect(render('{{x}}', 'text', { x }).value).toEqual(x);
        expect('value' in render(' {{x}}', 'text', { x })).toBe(false);
      }),
    );
  });

  it('survives as one part of an address', () => {
    fc.assert(
      fc.property(anyText, (x) => {
        fc.pre(x !== '' && x !== '.' && x !== '..');
        const { text } = render('https://h.test/a/{{x}}/b?q={{x}}&r=1#{{x}}', 'url', { x });
        const url = new URL(text);
        expect(url.host).toBe('h.test');
        expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'a', wellFormed(x), 'b']);
        expect([...url.searchParams]).toEqual([
          ['q', wellFormed(x)],
          ['r', '1'],
        ]);
        expect(decodeURIComponent(url.hash)).toBe(`#${wellFormed(x)}`);
      }),
    );
  });

  it('cannot leave the host it stands in', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.webAuthority(), fc.webUrl()), (x) => {
        const rendered = renderTemplate('https://{{x}}.h.test/p', 'url', templateScope({ x }));
        if (rendered.ok) expect(new URL(rendered.value.text).hostname.endsWith('.h.test')).toBe(true);
      }),
    );
  });

  it('cannot climb in a path', () => {
    const steps = fc.array(fc.constantFrom('.', '..', '%2e', '%2E%2e', '/', '\\', 'a', '\t'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(steps, fc.boolean(), (parts, raw) => {
        const rendered = renderTemplate(
          raw ? '/a/b/{{{x}}}/c' : '/a/b/{{x}}/c',
          'path',
          templateScope({ x: parts.join('') }),
        );
        if (rendered.ok)
          expect(new URL(`https://h.test${rendered.value.text}`).pathname).toMatch(/^\/a\/b\/.*\/c$/);
      }),
    );
  });

  it('is sent in a header as it is or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (x) => {
        const rendered = renderTemplate('v {{x}}', 'header', templateScope({ x }));
        expect(rendered.ok).toBe(Array.from(x).every((character) => sendable(character.codePointAt(0) ?? 0)));
        if (rendered.ok) expect(rendered.value.text).toBe(`v ${x}`);
      }),
    );
  });
});

describe('any text taken for a template', () => {
  it('gives text in pieces of the source, or a failure from the list at a place in the source', () => {
    fc.assert(
      fc.property(anyTemplate, anyField, anyValueObject, (source, field, variables) => {
        const rendered = renderTemplate(source, field, templateScope({ t: 'x', ...variables }));
        if (rendered.ok) expectPieces(source, rendered.value);
        else {
          const lines = source.split(/\r\n|\r|\n/);
          expect(callStatuses).toHaveProperty(rendered.failure.code);
          expect(rendered.failure.message).toMatch(/^\S.*\.$/s);
          expect(rendered.failure.column).toBeGreaterThanOrEqual(1);
          expect(rendered.failure.column).toBeLessThanOrEqual(
            (lines[rendered.failure.line - 1] ?? '').length + 1,
          );
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  it('renders the same when it is rendered again', () => {
    fc.assert(
      fc.property(anyTemplate, anyField, anyValueObject, (source, field, variables) => {
        const scope = templateScope(variables);
        expect(renderTemplate(source, field, scope)).toEqual(renderTemplate(source, field, scope));
      }),
    );
  });

  it('renders the same in strict mode where nothing was unknown', () => {
    fc.assert(
      fc.property(fc.oneof(anyBlockTemplate, anyPlainTemplate), (source) => {
        const scope = templateScope({ name: 'n', order: { id: 1 }, t: 'x', list: [1] });
        const rendered = renderTemplate(source, 'text', scope);
        const isKnown =
          rendered.ok && rendered.value.warnings.every(({ code }) => code !== 'unknown-variable');
        if (isKnown) expect(renderTemplate(source, 'text', { ...scope, strict: true })).toEqual(rendered);
      }),
    );
  });
});

function render(source: string, field: TemplateField, variables: Record<string, Value>): Rendered {
  const rendered = renderTemplate(source, field, templateScope(variables));
  if (!rendered.ok) throw new Error(rendered.failure.message);
  return rendered.value;
}

function expectPieces(source: string, { text, segments }: Rendered): void {
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
  for (const { from, start, end, text: piece } of segments) {
    const written = source.slice(start, end);
    if (from === 'literal') expect(written).toBe(piece);
    else expect(written).toMatch(/^\{\{[^]*\}\}$/);
  }
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function sendable(code: number): boolean {
  return code === 9 || (code >= 0x20 && code <= 0x7e) || (code >= 0x80 && code <= 0xff);
}
