import { z } from 'zod';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { TemplateField } from '#shared/template/template-field.ts';
import type { TemplateScope } from '#shared/template/template-scope.ts';
import { readJson } from '#shared/value/read-json.ts';
import { isValueObject } from '#shared/value/value-kinds.ts';
import type { Value, ValueObject } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { checked } from '../read-input.ts';

const fields = ['text', 'json', 'url', 'path', 'query', 'header'] as const satisfies readonly TemplateField[];
const values = z.record(z.string(), z.unknown());

/** What `flowbench render` reads: a row of the table of templates. Whatever else stands in it is left alone. */
export const renderInputSchema = z.object({
  template: z.string(),
  field: z.enum(fields),
  starts_in: z.literal('path').optional(),
  variables: values.optional(),
  /** Variables as JSON in a text, for what a reader of JSON would change. */
  variables_json: z.string().optional(),
  /** One variable that is a text or a list many times over. */
  variables_repeat: z
    .object({
      name: z.string(),
      value: z.union([z.string(), z.array(z.unknown())]),
      times: z.number().int().min(0).max(10_000_000),
    })
    .optional(),
  flow_defaults: values.optional(),
  environment: values.optional(),
  request: values.optional(),
  now: z.string().optional(),
  strict: z.boolean().optional(),
});

/** A template with everything that it is rendered with. */
export interface RenderInput {
  readonly template: string;
  readonly field: TemplateField;
  readonly scope: TemplateScope;
}

/** Takes a template and its scope from what was read. The failure is a sentence. */
export function renderInput(value: Value, now: string, uuid: () => string): Outcome<RenderInput, string> {
  const input = checked(renderInputSchema, JSON.parse(writeJson(value)));
  if (!input.ok) return input;
  const row = isValueObject(value) ? value : {};
  const variables = variablesOf(row, input.value);
  if (!variables.ok) return variables;
  const { field, starts_in, strict, template } = input.value;
  return succeeded({
    template,
    field: starts_in ?? field,
    scope: {
      variables: variables.value,
      ...objectAs('flowDefaults', row['flow_defaults']),
      ...objectAs('environment', row['environment']),
      ...(strict === undefined ? {} : { strict }),
      system: { now: input.value.now ?? now, uuid, ...objectAs('request', row['request']) },
    },
  });
}

function variablesOf(
  row: ValueObject,
  { variables_json: json, variables_repeat: repeat }: z.infer<typeof renderInputSchema>,
): Outcome<ValueObject, string> {
  if (json !== undefined) {
    const read = readJson(json);
    return read.ok && isValueObject(read.value)
      ? succeeded(read.value)
      : failed('Standard input does not fit: variables_json: no JSON object.');
  }
  const variables = isValueObject(row['variables']) ? row['variables'] : {};
  if (repeat === undefined) return succeeded(variables);
  const { name, times, value } = repeat;
  const many =
    typeof value === 'string'
      ? value.repeat(times)
      : Array.from({ length: times }, (_, index) => value[index % value.length] as Value);
  return succeeded({ ...variables, [name]: many });
}

function objectAs<Name extends string>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, ValueObject>> {
  return isValueObject(value) ? ({ [name]: value } as Record<Name, ValueObject>) : {};
}
