import type { WorkspaceDocument } from '#shared/workspace/document.ts';

/** Whether an endpoint of a workspace calls the sample API, which is served then: in the example, in copies and parts of it. */
export function speaksToSample(documents: readonly WorkspaceDocument[]): boolean {
  return documents.some(
    (document) => document.format === 'flowbench.endpoint' && document.baseUrl.includes('@sample'),
  );
}
