import { exitName } from '../nodes/exit-name.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { FlowGraph } from './flow-graph.ts';

/** How a node is left. */
export interface Leaving {
  /** The exits that fit, the most specific first; the first one is the exit that is taken. */
  readonly exits: readonly [string, ...string[]];
  /** Whether the flow's error node takes it where no connection does. */
  readonly trouble: boolean;
  /** The exit whose connection is taken when nothing else takes it ("continue on error"). */
  readonly lastly: string | null;
  /** The sentence that a run ends with where no way leads on; it speaks of the exit where there is none. */
  readonly why?: string;
}

/** Where a run goes from a node: on, to its normal end, or to a failure with a sentence that says why. */
export type WayOn =
  | {
      readonly type: 'on';
      readonly to: FlowNode;
      /** The exit that was followed. */ readonly through: string | null;
    }
  | { readonly type: 'end' }
  | { readonly type: 'failure'; readonly message: string };

/**
 * Follows a node's exits (SEMANTICS, Response variable, and FORMATS): the most specific one that is connected, then the
 * flow's error node, then "continue on error". A bare `next`, also one that stands in for a choice, ends the run
 * normally; anything else is a failure.
 */
export function wayOn(graph: FlowGraph, node: FlowNode, leaving: Leaving): WayOn {
  const exits = leaving.exits;
  for (const through of exits) {
    const to = graph.target(node.id, through);
    if (to !== null) return { type: 'on', to, through };
  }
  const { errorNode } = graph;
  // The error node itself is left like any other: sent to itself, it would go round for ever.
  if (leaving.trouble && errorNode !== null && errorNode.id !== node.id)
    return { type: 'on', to: errorNode, through: null };
  const last = leaving.lastly === null ? null : graph.target(node.id, leaving.lastly);
  if (last !== null) return { type: 'on', to: last, through: leaving.lastly };
  return exits.at(-1) === 'next'
    ? { type: 'end' }
    : { type: 'failure', message: leaving.why ?? nowhere(node, leaving) };
}

function nowhere(node: FlowNode, leaving: Leaving): string {
  const left = `"${node.name}" was left by ${exitName(node, leaving.exits[0])}, which is connected to nothing.`;
  if (!leaving.trouble) return `${left} Connect that exit, for example to an End.`;
  return leaving.lastly === null
    ? `${left} Connect that exit, or switch on "Continue on error".`
    : `${left} Connect that exit, or ${leaving.lastly}, which "Continue on error" takes in its place.`;
}
