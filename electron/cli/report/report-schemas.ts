import { z } from 'zod';
import { reportedFindingSchema } from '../lint/reported-findings.ts';
import { reportLineSchema } from './report-lines.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** A line of what `--reporter json` writes, as JSON Schema (draft 2020-12), by the name of the schema's file. */
export function reportSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    report: {
      ...z.toJSONSchema(reportLineSchema, { io: 'input' }),
      title: 'A line of what flowbench run --reporter json writes, and flowbench report merge reads',
    },
    lint: {
      ...z.toJSONSchema(reportedFindingSchema),
      title: 'A line of what flowbench lint --reporter json prints',
    },
  };
}
