import { z } from 'zod';
import { bundleSchema } from '#shared/bundle/bundle.ts';
import { bundleSummarySchema } from '#shared/bundle/bundle-summary.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A bundle's file and what `flowbench inspect` prints, as JSON Schema (draft 2020-12), by the name of the schema's file. */
export function bundleSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    bundle: {
      ...z.toJSONSchema(bundleSchema, { io: 'input' }),
      title: 'A bundle of Flowbench (*.flowbundle.json)',
    },
    inspect: { ...z.toJSONSchema(bundleSummarySchema), title: 'What flowbench inspect --json prints' },
  };
}
