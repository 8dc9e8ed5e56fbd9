import type { NodeOf } from '../nodes/node.ts';
import type { Flow } from './flow.ts';

/** A node that runs a flow, and the flow that has it. */
export interface SubFlowUse {
  readonly flow: Flow;
  readonly node: NodeOf<'sub-flow'>;
}

/** The nodes that run a flow, in the order of the flows; those of the flow itself among them. */
export function usesOfFlow(flows: readonly Flow[], flowId: string): readonly SubFlowUse[] {
  return flows.flatMap((flow) =>
    flow.nodes.flatMap((node) =>
      node.kind === 'sub-flow' && node.config.flow === flowId ? [{ flow, node }] : [],
    ),
  );
}

/** What becomes of the flows that run one which is gone, in a sentence; `null` where none does. */
export function removalSentence(flows: readonly Flow[], flowId: string): string | null {
  const others = usesOfFlow(flows, flowId).filter(({ flow }) => flow.id !== flowId);
  const names = [...new Set(others.map(({ flow }) => `“${flow.name}”`))];
  const [first, ...rest] = names;
  if (first === undefined) return null;
  if (rest.length === 0) return `${first} runs it, and fails there until it is back.`;
  const more = rest.length === 1 ? (rest[0] ?? '') : `${String(rest.length)} more`;
  return `${first} and ${more} run it, and fail there until it is back.`;
}
