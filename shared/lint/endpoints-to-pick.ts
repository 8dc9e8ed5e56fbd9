import type { NodeOf } from '../nodes/node.ts';
import type { Fix } from './finding.ts';
import type { FlowFacts } from './flow-facts.ts';
import { nodeFix } from './flow-fix.ts';

/** More than these are to be picked in the inspector. */
const mostOffered = 5;

/** Fixes that choose an endpoint of the workspace for a call. */
export function endpointsToPick(node: NodeOf<'api-call'>, { around }: FlowFacts): readonly Fix[] {
  return [...around.endpoints.values()]
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .slice(0, mostOffered)
    .map(({ id, name }) =>
      nodeFix(`Call through ${name}`, node, (now) => ({ ...now, config: { ...now.config, endpoint: id } })),
    );
}
