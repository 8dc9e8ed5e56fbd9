// What the stories of the linter are told with: a workspace in which exactly one rule has something to say, and near misses.
import { endpointSchema, type Endpoint } from '#shared/endpoint/endpoint.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { flowInputSchema } from '#shared/nodes/start-node.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import type { z } from 'zod';
import { storyFlow, type StoryConnection, type StoryFlow, type StoryNode } from '../story-flow.ts';
import { storyId } from '../story-id.ts';

/** What one rule says of one workspace. */
export interface LintCase {
  /** The sentences that are told, in order. */
  readonly says: readonly string[];
  readonly of: LintWorkspace;
  /** Workspaces that are almost the same and of which nothing is said. */
  readonly nearMisses: Readonly<Record<string, LintWorkspace>>;
}

/** An endpoint that nothing is wrong with. */
export function shopApi(change: Partial<z.input<typeof endpointSchema>> = {}): Endpoint {
  return endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl: 'https://shop.example',
    ...change,
  });
}

/** An environment by its values. */
export function environmentOf(
  name: string,
  values: z.input<typeof environmentSchema>['values'] = [],
): Environment {
  const id = storyId('en', name);
  return environmentSchema.parse({ format: 'flowbench.environment', version: 1, id, name, values });
}

/** A workspace of one flow, called through the Shop API; the first environment is active. */
export function workspaceOf(flow: Flow, change: Partial<LintWorkspace> = {}): LintWorkspace {
  const environments = change.environments ?? [];
  return {
    flows: [flow],
    endpoints: [shopApi()],
    environments,
    activeEnvironmentId: environments[0]?.id ?? null,
    ...change,
  };
}

/** A workspace of documents without flows. */
export function documentsOnly(change: Partial<LintWorkspace>): LintWorkspace {
  const environments = change.environments ?? [];
  return {
    flows: [],
    endpoints: [],
    environments,
    activeEnvironmentId: environments[0]?.id ?? null,
    ...change,
  };
}

/** A flow told by nodes and connections. */
export function told(
  nodes: readonly StoryNode[],
  connections: readonly StoryConnection[],
  more: Partial<StoryFlow> = {},
): Flow {
  return storyFlow({ name: 'Told', nodes, connections, ...more });
}

/** Nodes in a row between a Start and an End; a way to the End is added for the other exits that are named. */
export function rowOf(
  nodes: readonly StoryNode[],
  {
    inputs = [],
    toEnd = [],
    result = '',
  }: {
    readonly inputs?: readonly z.input<typeof flowInputSchema>[];
    readonly toEnd?: readonly (readonly [name: string, exit: string])[];
    readonly result?: string;
  } = {},
): Flow {
  const all: readonly StoryNode[] = [
    ['Start', 'start', { inputs: [...inputs] }],
    ...nodes,
    ['End', 'end', { result }],
  ];
  const row = all.slice(1).map(([name], at): StoryConnection => {
    const [from = '', kind = 'message'] = all[at] ?? [];
    return [from, kind === 'api-call' ? 'success' : 'next', name];
  });
  return told(all, [...row, ...toEnd.map(([from, exit]): StoryConnection => [from, exit, 'End'])]);
}

/** A call that nothing is wrong with: it changes something, so that its response need not be read. */
export function call(
  change: Partial<Extract<StoryNode, readonly [string, 'api-call', unknown]>[2]> = {},
  name = 'Call',
): StoryNode {
  const endpoint = storyId('ep', 'Shop API');
  return [
    name,
    'api-call',
    { endpoint, method: 'POST', path: '/orders', responseVariable: 'order', ...change },
  ];
}

/** A flow of one call, whose trouble goes to the End. */
export function flowOfCall(change: Parameters<typeof call>[0] = {}): Flow {
  return rowOf([call(change)], { toEnd: [['Call', 'error']] });
}

/** A message. */
export const say = (text: string, name = 'Say'): StoryNode => [name, 'message', { text }];

/** A prompt that asks without end, so that it has one exit. */
export const ask = (variable: string, name = 'Ask', text = 'What?'): StoryNode => [
  name,
  'prompt',
  { text, variable, limit: null },
];
