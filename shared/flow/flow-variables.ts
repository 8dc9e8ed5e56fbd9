import { endpointTemplateTexts } from '../endpoint/endpoint-template-texts.ts';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { storedType } from '../nodes/answer-types.ts';
import { loopVariables } from '../nodes/loop-node.ts';
import type { FlowNode } from '../nodes/node.ts';
import { enabledChanges } from '../nodes/set-variables-node.ts';
import { namesRead } from './names-read.ts';
import { fieldAndRow } from './node-texts.ts';
import { storedByChange } from './stored-by-change.ts';
import { variableUses } from './variable-uses.ts';

/** A place where a variable is set or read: a field of a node, or an endpoint that the flow calls through. */
export interface VariablePlace {
  /** A node, or an endpoint. */
  readonly id: string;
  readonly kind: 'node' | 'endpoint';
  /** Its name. */
  readonly name: string;
  /** Its field in words; `null` where there is only one. */
  readonly field: string | null;
}

/** A variable as a flow has it, whether it ran or not. */
export interface FlowVariable {
  readonly name: string;
  /** What its values will be, from what sets it: "text", "number", "boolean", "list", "JSON", "object"; `null` where that differs or only a run can tell. */
  readonly type: string | null;
  readonly setIn: readonly VariablePlace[];
  readonly readIn: readonly VariablePlace[];
}

/**
 * The variables that the nodes of a flow set or read, in the order of the nodes; reads by all names together (`@root`) and
 * those of the flow's endpoints count as well.
 *
 * @param given names that need no node to be set: those of the environment. They are left out where no node sets them.
 */
export function flowVariables(
  nodes: readonly FlowNode[],
  endpoints: readonly Endpoint[],
  given: ReadonlySet<string>,
): readonly FlowVariable[] {
  const found = new Map<string, { setIn: VariablePlace[]; readIn: VariablePlace[] }>();
  const placesOf = (name: string) => {
    const places = found.get(name) ?? { setIn: [], readIn: [] };
    found.set(name, places);
    return places;
  };
  const readTogether: VariablePlace[] = [];
  for (const use of variableUses(nodes)) {
    const { name, does } = use;
    const place = { id: use.nodeId, kind: 'node', name: use.nodeName, field: fieldAndRow(use) } as const;
    if (name === '@root') readTogether.push(place);
    else if (does === 'reads') addOnce(placesOf(name).readIn, place);
    // A change that is off sets nothing; where a variable is unset is for the list of its uses to tell.
    else if (does === 'sets' && !use.off) placesOf(name).setIn.push(place);
  }
  for (const endpoint of calledThrough(nodes, endpoints)) {
    const place = { id: endpoint.id, kind: 'endpoint', name: endpoint.name, field: null } as const;
    for (const name of namesRead(endpointTemplateTexts(endpoint))) placesOf(name).readIn.push(place);
  }
  return [...found]
    .filter(([name, { setIn }]) => setIn.length > 0 || !given.has(name))
    .map(([name, { setIn, readIn }]) => ({
      name,
      type: typeOf(name, nodes),
      setIn,
      readIn: setIn.length === 0 ? readIn : [...readIn, ...readTogether],
    }));
}

// A field that reads a name twice is one place to look at.
function addOnce(places: VariablePlace[], place: VariablePlace): void {
  const last = places.at(-1);
  if (last?.id !== place.id || last.field !== place.field) places.push(place);
}

function calledThrough(nodes: readonly FlowNode[], endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const ids = new Set(nodes.map((node) => (node.kind === 'api-call' ? node.config.endpoint : null)));
  return endpoints.filter(({ id }) => ids.has(id));
}

function typeOf(name: string, nodes: readonly FlowNode[]): string | null {
  const types = new Set(nodes.flatMap((node) => typesSetBy(node, name)));
  return types.size === 1 ? ([...types][0] ?? null) : null;
}

function typesSetBy(node: FlowNode, name: string): readonly (string | null)[] {
  switch (node.kind) {
    case 'start':
      return node.config.inputs
        .filter((input) => input.name === name)
        .map(({ type }) => (type === 'json' ? 'JSON' : type));
    case 'prompt':
      return node.config.variable === name ? [storedType(node.config.answerType)] : [];
    case 'set-variables':
      return enabledChanges(node.config)
        .filter(({ variable, action }) => variable === name && action !== 'unset')
        .map(storedByChange);
    case 'loop':
      return loopVariables(node.config).flatMap((each, at) =>
        each === name ? [at === 0 ? null : 'number'] : [],
      );
    case 'api-call':
      // The response variable: status, headers, body.
      return node.config.responseVariable === name ? ['object'] : [];
    default:
      return [];
  }
}
