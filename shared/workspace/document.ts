import { z } from 'zod';
import { endpointSchema } from '../endpoint/endpoint.ts';
import { environmentSchema } from '../environment/environment.ts';
import { fixtureSchema } from '../fixture/fixture.ts';
import { flowSchema } from '../flow/flow.ts';
import { scenarioSchema } from '../scenario/scenario.ts';

/** The kinds of document a workspace holds, each in a folder of its own. */
export const documentKinds = ['endpoint', 'flow', 'environment', 'fixture', 'scenario'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The kinds that the side bar lists; a fixture is reached from the API Call that it is for, a scenario from its flow. */
export type ListedKind = Exclude<DocumentKind, 'fixture' | 'scenario'>;

/** A document of any kind, told apart by its format. */
export const documentSchema = z.discriminatedUnion('format', [
  endpointSchema,
  flowSchema,
  environmentSchema,
  fixtureSchema,
  scenarioSchema,
]);
export type WorkspaceDocument = z.infer<typeof documentSchema>;
export type DocumentId = WorkspaceDocument['id'];

export const documentIdSchema = z.union([
  endpointSchema.shape.id,
  flowSchema.shape.id,
  environmentSchema.shape.id,
  fixtureSchema.shape.id,
  scenarioSchema.shape.id,
]);

const kindOfFormat: Readonly<Record<WorkspaceDocument['format'], DocumentKind>> = {
  'flowbench.endpoint': 'endpoint',
  'flowbench.flow': 'flow',
  'flowbench.environment': 'environment',
  'flowbench.fixture': 'fixture',
  'flowbench.scenario': 'scenario',
};

/** The kind of a document, from its format. */
export function documentKind(document: WorkspaceDocument): DocumentKind {
  return kindOfFormat[document.format];
}
