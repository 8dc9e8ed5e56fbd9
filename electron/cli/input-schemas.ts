import { z } from 'zod';
import { callInputSchema, secretNamePattern } from './call/call-input.ts';
import { givenAnswersSchema } from './run/given-answers.ts';
import { renderInputSchema } from './render/render-input.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What commands read, as JSON Schema (draft 2020-12), by the name of the command or of what is read. */
export function inputSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    call: titled('What flowbench call reads', z.toJSONSchema(callInputSchema, options)),
    answers: titled('What flowbench run --answers reads', z.toJSONSchema(givenAnswersSchema, options)),
    render: titled('What flowbench render reads', z.toJSONSchema(renderInputSchema, options)),
  };
}

function titled(title: string, schema: JsonSchema): JsonSchema {
  return { ...schema, title };
}

const slotPattern = '^sl_';

const options: Parameters<typeof z.toJSONSchema>[1] = {
  io: 'input',
  override: ({ jsonSchema }) => {
    // On standard input a secret goes by its name; the slot that documents have is made for the call.
    if (jsonSchema.pattern?.startsWith(slotPattern) === true) jsonSchema.pattern = secretNamePattern.source;
  },
};
