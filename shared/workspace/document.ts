import { z } from 'zod';
import { endpointSchema } from '../endpoint/endpoint.ts';
import { environmentSchema } from '../environment/environment.ts';
import { flowSchema } from '../flow/flow.ts';

/** The kinds of document a workspace holds, each in a folder of its own. */
export const documentKinds = ['endpoint', 'flow', 'environment'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A document of any kind, told apart by its format. */
export const documentSchema = z.discriminatedUnion('format', [endpointSchema, flowSchema, environmentSchema]);
export type WorkspaceDocument = z.infer<typeof documentSchema>;
export type DocumentId = WorkspaceDocument['id'];

export const documentIdSchema = z.union([
  endpointSchema.shape.id,
  flowSchema.shape.id,
  environmentSchema.shape.id,
]);

const kindOfFormat: Readonly<Record<WorkspaceDocument['format'], DocumentKind>> = {
  'flowbench.endpoint': 'endpoint',
  'flowbench.flow': 'flow',
  'flowbench.environment': 'environment',
};

/** The kind of a document, from its format. */
export function documentKind(document: WorkspaceDocument): DocumentKind {
  return kindOfFormat[document.format];
}
