import { surroundingNames, type Surroundings } from '../environment/surrounding-names.ts';
import type { KnownName } from '../template/language/template-knowledge.ts';
import { addedTallies, shapeOfTally, type ValueTally } from '../value/value-tally.ts';
import { declaredTallies } from './declared-tallies.ts';
import type { FlowPlace } from './flow-place.ts';
import type { Flow } from './flow.ts';
import type { NamesHere } from './names-here.ts';
import { namesInNode } from './names-in-node.ts';

/** What runs have stored, by variable. */
export type SeenTallies = ReadonlyMap<string, ValueTally>;

/**
 * The names that a template at a place of a flow can read, for completion and hover: variables that some way there sets, the
 * nearest in the flow first, then what surrounds the flow.
 */
export function knownNames(
  place: FlowPlace,
  here: NamesHere,
  seen: SeenTallies,
  around: Omit<Surroundings, 'flow'>,
): readonly KnownName[] {
  const { flow, names, nodeId } = place;
  const { always, perhaps } = namesInNode(place);
  const variables = [...always, ...perhaps];
  const titles = new Map<string, string>(flow.nodes.map((node) => [node.id, node.name]));
  const declared = declaredInFlow(flow);
  const known = variables.map((name) => {
    const tally = addedTallies([...(declared.get(name) ?? []), ...listed(seen.get(name))]);
    const item: KnownName = {
      name,
      origin: 'variable',
      set: here.standing(name) === 'set' ? 'always' : 'perhaps',
      setBy: names.nearestSetters(nodeId, name).map((id) => ({ nodeId: id, nodeName: titles.get(id) ?? '' })),
      shape: tally === null ? null : shapeOfTally(tally),
    };
    return { item, steps: names.stepsBack(nodeId, name) };
  });
  const nearestFirst = known
    .sort((a, b) => (a.steps === b.steps ? 0 : a.steps - b.steps))
    .map(({ item }) => item);
  // A secret that may not be used here is not offered either.
  const secrets: ReadonlySet<string> = here.takesSecrets ? around.secrets : new Set();
  const others = surroundingNames({ ...around, secrets, flow }).filter(
    ({ name }) => !variables.includes(name),
  );
  return [...nearestFirst, ...others];
}

function declaredInFlow(flow: Flow): ReadonlyMap<string, readonly ValueTally[]> {
  const declared = new Map<string, ValueTally[]>();
  for (const [name, tally] of flow.nodes.flatMap(declaredTallies))
    declared.set(name, [...(declared.get(name) ?? []), tally]);
  return declared;
}

const listed = (tally: ValueTally | undefined): readonly ValueTally[] => (tally === undefined ? [] : [tally]);
