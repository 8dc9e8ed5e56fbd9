import { z } from 'zod';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { fixtureSchema } from '#shared/fixture/fixture.ts';
import { flowSchema } from '#shared/flow/flow.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { workspaceFileSchema } from '#shared/workspace/workspace-file.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The files of a workspace as JSON Schema (draft 2020-12), by what they are. A newer version may have further keys. */
export function documentSchemas(): Readonly<Record<string, JsonSchema>> {
  const schemas: Readonly<Record<string, z.ZodType>> = {
    workspace: workspaceFileSchema,
    endpoint: endpointSchema,
    environment: environmentSchema,
    fixture: fixtureSchema,
    flow: flowSchema,
    scenario: scenarioSchema,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      { ...z.toJSONSchema(schema, { io: 'input' }), title: `A file of Flowbench: ${name}` },
    ]),
  );
}
