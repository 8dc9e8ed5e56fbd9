import { flowsRunBy } from '../flow/flows-run.ts';
import { hasSameStructure } from '../flow/flow-structure.ts';
import type { Flow } from '../flow/flow.ts';
import { namesAskedFor } from '../flow/rename-where-run.ts';

const readIn = new WeakMap<Flow, ReadonlyMap<string, readonly string[]>>();

/** What the Sub-flows of a flow ask for in others, by the flow that they run: names of inputs, and names that outputs read. */
function askedBy(flow: Flow): ReadonlyMap<string, readonly string[]> {
  const known = readIn.get(flow);
  if (known !== undefined) return known;
  const asked = new Map<string, readonly string[]>();
  for (const node of flow.nodes) {
    if (node.kind !== 'sub-flow' || node.config.flow === null) continue;
    asked.set(node.config.flow, [...(asked.get(node.config.flow) ?? []), ...namesAskedFor(node)]);
  }
  readIn.set(flow, asked);
  return asked;
}

/** The names of a flow that the flows which run it ask for. */
export function namesAskedOf(flows: readonly Flow[], flowId: string): ReadonlySet<string> {
  return new Set(flows.flatMap((flow) => askedBy(flow).get(flowId) ?? []));
}

/**
 * Whether two versions of the flows of a workspace are the same to one flow: those that it comes into have the same
 * structure, and those that run it ask for the same. Without a flow: whether that holds for all.
 */
export function areSameAround(
  before: readonly Flow[],
  after: readonly Flow[],
  flowId: string | null,
): boolean {
  const run = flowId === null ? idsRunBy(after) : reachedFrom(after, flowId);
  const byId = new Map<string, Flow>(before.map((flow) => [flow.id, flow]));
  const isSame = (flow: Flow) => {
    const was = byId.get(flow.id);
    return was === flow || (was !== undefined && hasSameStructure(was, flow) && asksSame(was, flow));
  };
  if (before.length !== after.length) return false;
  if (flowId === null)
    return after.every((flow) => !run.has(flow.id) || isSame(flow)) && sameAsked(before, after);
  const [asked, askedBefore] = [after, before].map((flows) => [...namesAskedOf(flows, flowId)].join(' '));
  return (
    asked === askedBefore && after.every((flow) => flow.id === flowId || !run.has(flow.id) || isSame(flow))
  );
}

function asksSame(before: Flow, after: Flow): boolean {
  return flowsRunBy(before).join(' ') === flowsRunBy(after).join(' ');
}

function sameAsked(before: readonly Flow[], after: readonly Flow[]): boolean {
  const text = (flows: readonly Flow[]) => JSON.stringify(flows.map((flow) => [...askedBy(flow)]));
  return text(before) === text(after);
}

function idsRunBy(flows: readonly Flow[]): ReadonlySet<string> {
  return new Set(flows.flatMap((flow) => flowsRunBy(flow)));
}

function reachedFrom(flows: readonly Flow[], flowId: string): ReadonlySet<string> {
  const byId = new Map<string, Flow>(flows.map((flow) => [flow.id, flow]));
  const reached = new Set([flowId]);
  for (const id of reached) for (const next of flowsRunBy(byId.get(id) ?? { nodes: [] })) reached.add(next);
  return reached;
}
