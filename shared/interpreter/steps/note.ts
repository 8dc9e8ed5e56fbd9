import type { NodeStep } from './node-step.ts';

/** A run never comes to a note: the graph that it walks has none (`flow-graph.ts`). */
export const noteStep: NodeStep<'note'> = {
  enter() {
    throw new Error('A run came to a note.');
  },
};
