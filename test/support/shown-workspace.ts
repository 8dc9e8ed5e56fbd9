// A workspace that the window shows, for tests of the stores: Ada's shop with a flow, an endpoint and an environment.
import { afterEach } from 'vitest';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import type { StoredDocument, WorkspaceSnapshot } from '#shared/workspace/workspace-snapshot.ts';
import { documentsStore } from '../../renderer/store/documents-store.ts';
import { storyId } from '../stories/story-id.ts';

export const shopApi = newEndpoint(storyId('ep', 'Shop API'), 'Shop API');
export const lookup = newFlow(storyId('fl', 'Order lookup'), 'Order lookup', storyId('nd', 'Start'));
export const staging = environmentSchema.parse({
  format: 'flowbench.environment',
  version: 1,
  id: storyId('en', 'Staging'),
  name: 'Staging',
});

/** A document as its file holds it; the revision is made from its name unless the test cares. */
export function stored(document: WorkspaceDocument, revision = `of ${document.name}`): StoredDocument {
  return { document, revision, file: fileOf(document) };
}

function fileOf({ id, format }: WorkspaceDocument): string {
  return `${format.replace('flowbench.', '')}s/${id}.json`;
}

export function shownWorkspace(more: Partial<WorkspaceSnapshot> = {}): WorkspaceSnapshot {
  return {
    id: storyId('ws', 'Acme Shop'),
    opening: 'the first opening',
    name: 'Acme Shop',
    folder: '/work/acme-shop',
    documents: [stored(shopApi), stored(staging), stored(lookup)],
    problems: [],
    folders: [],
    sampleUrl: null,
    ...more,
  };
}

/** Leaves the store as it was found: test files share their modules. */
export function forgetShownWorkspace(): void {
  afterEach(() => documentsStore.setState(documentsStore.getInitialState(), true));
}
