// Workspaces as if somebody had drawn their flows, for stories in the window that begin where the drawing is done.
import path from 'node:path';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyFlow, type StoryFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { freshFolder } from './launch-app.ts';
import { writeWorkspace } from './write-workspace.ts';

/** A told flow whose nodes stand where one has dragged them; those without a place stay in their row. */
export function drawnFlow(
  story: StoryFlow,
  places: Readonly<Record<string, readonly [x: number, y: number]>>,
): Flow {
  const flow = storyFlow(story);
  const nodes = flow.nodes.map((node) => {
    const [x, y] = places[node.name] ?? [node.position.x, node.position.y];
    return { ...node, position: { x, y } };
  });
  return { ...flow, nodes };
}

/** An API endpoint as its short form makes it, at an address. */
export function endpointAt(name: string, baseUrl: string): Endpoint {
  return newEndpoint(storyId('ep', name), name, baseUrl);
}

/**
 * Writes the documents into a fresh folder; a flow that is the only one is open at once. Each has an id of its own, so that
 * nothing is remembered of one before.
 */
export async function drawnWorkspace(...documents: readonly WorkspaceDocument[]): Promise<string> {
  const folder = await freshFolder('drawn');
  await writeWorkspace(folder, path.basename(folder), documents);
  return folder;
}
