import { waysInto, type NodeWay } from './node-ways.ts';

type Ways = ReadonlyMap<string, readonly NodeWay[]>;

/** The step to blame for a variable that may be unset at a node (see `FlowNames`); `null` where every way sets it. */
export function wayWithout(ways: Ways, start: string, nodeId: string, name: string): NodeWay | null {
  const unsetting = unsettingWay(ways, start, nodeId, name);
  if (unsetting !== null) return unsetting;
  const path = pathWithout(ways, start, nodeId, name);
  if (path === null) return null;
  const leadsToSetter = nodesBefore(ways, name);
  const mightHaveSet = path.findLast(({ from }) => (ways.get(from) ?? []).some((way) => sets(way, name)));
  const parts = path.findLast((step) =>
    (ways.get(step.from) ?? []).some((way) => way.to !== step.to && leadsToSetter.has(way.to)),
  );
  return mightHaveSet ?? parts ?? path.at(-1) ?? null;
}

const sets = (way: NodeWay, name: string): boolean => way.always.includes(name) || way.perhaps.includes(name);

/** The nearest step back that a run may take which unsets a variable and from which a way leads to a node that does not set it. */
function unsettingWay(ways: Ways, start: string, nodeId: string, name: string): NodeWay | null {
  const reached = new Set([start]);
  for (const id of reached) for (const { to } of ways.get(id) ?? []) reached.add(to);
  const unsetBy = new Map<string, NodeWay>();
  for (const way of [...reached].flatMap((id) => ways.get(id) ?? []))
    if (way.never.includes(name)) unsetBy.set(way.to, way);
  // A map goes on to what is added on the way, so that this walks in widening rounds.
  for (const [id, unsetting] of unsetBy) {
    const open = (ways.get(id) ?? []).filter(({ always, to }) => !always.includes(name) && !unsetBy.has(to));
    for (const { to } of open) unsetBy.set(to, unsetting);
  }
  return unsetBy.get(nodeId) ?? null;
}

/** A shortest way from the Start to a node on which the variable need not be set. */
function pathWithout(ways: Ways, start: string, nodeId: string, name: string): readonly NodeWay[] | null {
  const cameBy = new Map<string, NodeWay | null>([[start, null]]);
  const waiting = [start];
  for (const id of waiting) {
    for (const way of ways.get(id) ?? []) {
      if (cameBy.has(way.to) || way.always.includes(name)) continue;
      cameBy.set(way.to, way);
      waiting.push(way.to);
    }
  }
  if (!cameBy.has(nodeId)) return null;
  const path: NodeWay[] = [];
  for (let way = cameBy.get(nodeId); way !== undefined && way !== null; way = cameBy.get(way.from))
    path.unshift(way);
  return path;
}

/** The nodes that set a variable and those from which ways lead to one that does. */
function nodesBefore(ways: Ways, name: string): ReadonlySet<string> {
  const into = waysInto(ways);
  const all = [...ways.values()].flat();
  const found = new Set<string>(all.filter((way) => sets(way, name)).map(({ from }) => from));
  for (const id of found) for (const before of into.get(id) ?? []) found.add(before);
  return found;
}
