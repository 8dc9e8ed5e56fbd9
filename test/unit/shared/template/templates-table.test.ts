// Runs the table of templates, the specification of the engine, through its one entry point.
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '#shared/template/render-template.ts';
import type { TemplateWarning } from '#shared/template/rendered.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import { readJson } from '#shared/value/read-json.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { readCases } from '../../../support/read-cases.ts';

interface TemplateCase {
  readonly id: string;
  readonly why: string;
  readonly field: Exclude<TemplateField, 'path'>;
  readonly starts_in?: 'path';
  readonly template: string;
  readonly variables?: ValueObject;
  readonly variables_json?: string;
  readonly variables_repeat?: {
    readonly name: string;
    readonly value: string | readonly Value[];
    readonly times: number;
  };
  readonly flow_defaults?: ValueObject;
  readonly environment?: ValueObject;
  readonly request?: ValueObject;
  readonly now?: string;
  readonly strict?: boolean;
  readonly output?: string;
  readonly output_repeat?: { readonly value: string; readonly times: number };
  readonly error?: {
    readonly code: string;
    readonly line?: number;
    readonly column?: number;
    readonly contains?: readonly string[];
  };
  readonly warnings?: readonly TemplateWarning[];
}

const cases = readCases('templates') as readonly TemplateCase[];

describe('the table of templates', () => {
  it('has all its rows', () => {
    expect(cases).toHaveLength(287);
    expect(new Set(cases.map((row) => row.id)).size).toBe(287);
  });

  it.each(cases.map((row) => [row.id, row.why, row] as const))('%s: %s', (_id, _why, row) => {
    const rendered = renderTemplate(row.template, row.starts_in ?? row.field, scopeOf(row));
    if (row.error === undefined) {
      expect(rendered).toMatchObject({ ok: true });
      if (!rendered.ok) return;
      expect(rendered.value.text).toBe(row.output ?? repeatedOutput(row));
      expect(rendered.value.warnings).toEqual(row.warnings ?? []);
      expect(rendered.value.segments.map((segment) => segment.text).join('')).toBe(rendered.value.text);
    } else {
      const { contains = [], ...place } = row.error;
      expect(rendered).toMatchObject({ ok: false, failure: place });
      for (const word of contains) expect(rendered.ok ? '' : rendered.failure.message).toContain(word);
    }
  });
});

function scopeOf(row: TemplateCase): TemplateScope {
  return {
    variables: variablesOf(row),
    ...(row.flow_defaults === undefined ? {} : { flowDefaults: row.flow_defaults }),
    ...(row.environment === undefined ? {} : { environment: row.environment }),
    ...(row.strict === undefined ? {} : { strict: row.strict }),
    system: {
      now: row.now ?? '2025-03-04T10:20:30.000Z',
      uuid: () => '00000000-0000-4000-8000-000000000000',
      ...(row.request === undefined ? {} : { request: row.request }),
    },
  };
}

function variablesOf({ variables, variables_json, variables_repeat: repeat }: TemplateCase): ValueObject {
  if (variables_json !== undefined) {
    const read = readJson(variables_json);
    return read.ok ? (read.value as ValueObject) : {};
  }
  if (repeat === undefined) return variables ?? {};
  const { name, value, times } = repeat;
  const repeated =
    typeof value === 'string' ? value.repeat(times) : Array.from({ length: times }, () => value[0] ?? null);
  return { ...variables, [name]: repeated };
}

function repeatedOutput({ output_repeat: repeat }: TemplateCase): string {
  return repeat === undefined ? '' : repeat.value.repeat(repeat.times);
}
