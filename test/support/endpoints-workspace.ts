// A workspace in which endpoints are there already, for stories that are about what becomes of them and of their files.
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyId } from '../stories/story-id.ts';
import { storyWorkspace } from './story-workspace.ts';

/** Writes it into a fresh folder: an endpoint of each name, and what else there is to be. */
export function endpointsWorkspace(
  endpoints: readonly string[] = ['Shop API'],
  ...others: readonly WorkspaceDocument[]
): Promise<string> {
  const made = endpoints.map((name) =>
    newEndpoint(storyId('ep', name), name, `https://${name.toLowerCase().replaceAll(' ', '-')}.example/v1`),
  );
  return storyWorkspace(...made, ...others);
}
