// Workspaces with the API endpoint that stories about requests begin from and, where they are about a call, a flow that
// makes it: for stories in which making them is not the subject.
import { expect, type Page } from '@playwright/test';
import type { z } from 'zod';
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { apiCallConfigSchema } from '#shared/nodes/api-call-node.ts';
import { inARow, storyFlow, type StoryNode } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';

/** What an endpoint says for itself; everything left out is as the form begins. */
type ToldEndpoint = Partial<Omit<z.input<typeof endpointSchema>, 'format' | 'version' | 'id'>>;

/** What a call says for itself. */
export type ToldCall = Partial<z.input<typeof apiCallConfigSchema>>;

/** The endpoint "Shop API" at an address. */
export function shopEndpoint(baseUrl: string, told: ToldEndpoint = {}): Endpoint {
  const name = told.name ?? 'Shop API';
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', name),
    name,
    baseUrl,
    ...told,
  });
}

/** A flow with the node "Call" through an endpoint, `GET /echo` without more words, and what comes after its success. */
export function callFlow({ id }: Endpoint, call: ToldCall, ...then: readonly StoryNode[]): Flow {
  const config = {
    method: 'GET',
    path: '/echo',
    responseVariable: 'response',
    ...call,
    endpoint: id,
  } as const;
  const [first] = then;
  return storyFlow({
    name: 'Shopping',
    nodes: [['Start', 'start', {}], ['Call', 'api-call', config], ...then],
    connections: [
      ['Start', 'next', 'Call'],
      ...(first === undefined ? [] : [['Call', 'success', first[0]] as const]),
      ...inARow(...then.map(([name]) => name)),
    ],
  });
}

/** An endpoint's authentication with a token that nobody has entered yet. */
export const bearerToken = { type: 'bearer', token: { secret: storyId('sl', 'token') } } as const;

/** Enters the token of the endpoint in view. */
export async function tokenEntered(page: Page, token: string): Promise<void> {
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Token', exact: true })).toContainText('set just now');
}
