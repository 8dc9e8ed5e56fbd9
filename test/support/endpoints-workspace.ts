// A workspace in which endpoints are there already, for stories that are about what becomes of them and of their files.
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { endpointAt } from './drawn-workspace.ts';
import { storyWorkspace } from './story-workspace.ts';

/** Writes it into a fresh folder: an endpoint of each name, and what else there is to be. */
export function endpointsWorkspace(
  endpoints: readonly string[] = ['Shop API'],
  ...others: readonly WorkspaceDocument[]
): Promise<string> {
  const made = endpoints.map((name) =>
    endpointAt(name, `https://${name.toLowerCase().replaceAll(' ', '-')}.example/v1`),
  );
  return storyWorkspace(...made, ...others);
}
