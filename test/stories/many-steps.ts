// A flow that is only long: Messages in rows, each leading to the next.
import type { Flow } from '#shared/flow/flow.ts';
import { inARow, storyFlow } from './story-flow.ts';

/** Messages called `Step 1` and on, so many to a row, far enough apart that none touches another. */
export function manySteps(count: number, columns: number): Flow {
  const names = Array.from({ length: count }, (_, at) => `Step ${String(at + 1)}`);
  const flow = storyFlow({
    name: 'Large',
    nodes: names.map((name) => [name, 'message', { text: `Hello from ${name}` }]),
    connections: inARow(...names),
  });
  const nodes = flow.nodes.map((node, at) => ({
    ...node,
    position: { x: (at % columns) * 232, y: Math.floor(at / columns) * 110 },
  }));
  return { ...flow, nodes };
}
