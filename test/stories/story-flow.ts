// Lets a test tell a flow by the names of its nodes instead of by ids and positions.
import { flowSchema, type Flow } from '#shared/flow/flow.ts';
import type { nodeSchema, FlowNode, NodeKind } from '#shared/nodes/node.ts';
import type { z } from 'zod';
import { storyId } from './story-id.ts';

type ConfigOf<Kind extends NodeKind> = Extract<z.input<typeof nodeSchema>, { kind: Kind }>['config'];

/** A node by name, kind and what differs from the defaults. */
export type StoryNode = {
  [Kind in NodeKind]: readonly [name: string, kind: Kind, config: ConfigOf<Kind>];
}[NodeKind];

/** From a node's exit to a node, all by name. */
export type StoryConnection = readonly [from: string, exit: string, to: string];

/** A whole flow told by names; ids come from the names, positions from the order. */
export interface StoryFlow {
  readonly name: string;
  readonly nodes: readonly StoryNode[];
  readonly connections: readonly StoryConnection[];
  readonly errorNode?: string;
  readonly strict?: boolean;
}

/** Makes the document of a told flow, checked like any other. */
export function storyFlow(story: StoryFlow): Flow {
  const idOf = (name: string) => storyId('nd', `${story.name}/${name}`);
  return flowSchema.parse({
    format: 'flowbench.flow',
    version: 1,
    id: storyId('fl', story.name),
    name: story.name,
    strict: story.strict ?? false,
    errorNode: story.errorNode === undefined ? null : idOf(story.errorNode),
    nodes: story.nodes.map(([name, kind, config], index) => ({
      kind,
      id: idOf(name),
      name,
      position: { x: index * 240, y: 0 },
      config,
    })),
    connections: story.connections.map(([from, exit, to]) => ({
      from: { node: idOf(from), exit },
      to: idOf(to),
    })),
  });
}

/** The node of a flow that has a name; a story that asks for another is wrong. */
export function nodeNamed(flow: Flow, name: string): FlowNode {
  const node = flow.nodes.find((each) => each.name === name);
  if (node === undefined) throw new Error(`The flow "${flow.name}" has no node "${name}".`);
  return node;
}

/** Nodes in a row: each one's `next` leads to the one after it. */
export function inARow(...names: readonly string[]): readonly StoryConnection[] {
  return names.slice(1).map((name, index) => [names[index] ?? '', 'next', name] as const);
}
