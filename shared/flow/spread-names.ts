import type { NamesAtNode } from './names-at-node.ts';
import type { NodeWay } from './node-ways.ts';

type Ways = ReadonlyMap<string, readonly NodeWay[]>;

/**
 * Follows what is set from the Start along all ways until nothing changes. Nodes that no way leads to have
 * `null`. Names are bits: a flow of thousands of nodes may have as many variables.
 */
export function spreadNames(
  ways: Ways,
  start: string,
  names: readonly string[],
): (nodeId: string) => NamesAtNode | null {
  const bitOf = new Map(names.map((name, bit) => [name, bit]));
  const bits = (list: readonly string[]) => list.flatMap((name) => bitOf.get(name) ?? []);
  const words = Math.ceil(names.length / 32);
  const order = inTurn(ways, start);
  const places = new Map(order.map((id, place) => [id, place]));
  const steps = order.map((id) =>
    (ways.get(id) ?? []).map((way) => ({
      to: places.get(way.to) ?? 0,
      always: bits(way.always),
      perhaps: bits(way.perhaps),
      never: bits(way.never),
    })),
  );
  const facts: (Facts | undefined)[] = [];
  facts[0] = { must: new Uint32Array(words), may: new Uint32Array(words), fresh: true };
  while (facts.some((fact) => fact?.fresh)) handOn(steps, facts);
  return (nodeId) => {
    const fact = facts[places.get(nodeId) ?? -1];
    return fact === undefined ? null : namesOf(fact, names);
  };
}

/** A way on, with places in the order for nodes and bits for names. */
interface Step {
  readonly to: number;
  readonly always: readonly number[];
  readonly perhaps: readonly number[];
  readonly never: readonly number[];
}

/** One round through the order: every node with something new hands it on. */
function handOn(steps: readonly (readonly Step[])[], facts: (Facts | undefined)[]): void {
  for (const [place, list] of steps.entries()) {
    const here = facts[place];
    if (here?.fresh !== true) continue;
    here.fresh = false;
    for (const step of list) {
      const there = facts[step.to];
      const after = leftBy(here, step);
      if (there === undefined) facts[step.to] = after;
      else if (meet(there, after)) there.fresh = true;
    }
  }
}

/** What is set on all ways to a node and on any of them, and whether that has yet to be handed on. */
interface Facts {
  readonly must: Uint32Array;
  readonly may: Uint32Array;
  fresh: boolean;
}

function leftBy(here: Facts, { always, perhaps, never }: Step): Facts {
  const after = { must: here.must.slice(), may: here.may.slice(), fresh: true };
  for (const bit of never) {
    clearBit(after.must, bit);
    clearBit(after.may, bit);
  }
  for (const bit of always) setBit(after.must, bit);
  for (const bit of [...always, ...perhaps]) setBit(after.may, bit);
  return after;
}

/** Takes another way into account; says whether that changed anything. */
function meet(there: Facts, after: Facts): boolean {
  let changed = false;
  for (let word = 0; word < there.must.length; word += 1) {
    const must = (there.must[word] ?? 0) & (after.must[word] ?? 0);
    const may = (there.may[word] ?? 0) | (after.may[word] ?? 0);
    changed ||= must >>> 0 !== there.must[word] || may >>> 0 !== there.may[word];
    there.must[word] = must;
    there.may[word] = may;
  }
  return changed;
}

function setBit(set: Uint32Array, bit: number): void {
  set[bit >>> 5] = (set[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

function clearBit(set: Uint32Array, bit: number): void {
  set[bit >>> 5] = (set[bit >>> 5] ?? 0) & ~(1 << (bit & 31));
}

function hasBit(set: Uint32Array, bit: number): boolean {
  return (((set[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

function namesOf(facts: Facts, names: readonly string[]): NamesAtNode {
  const always = new Set<string>();
  const perhaps = new Set<string>();
  for (const [bit, name] of names.entries()) {
    if (hasBit(facts.must, bit)) always.add(name);
    else if (hasBit(facts.may, bit)) perhaps.add(name);
  }
  return { always, perhaps, reached: true };
}

/** The nodes that ways lead to, each before those that come after it, cycles aside: then few rounds settle everything. */
function inTurn(ways: Ways, start: string): readonly string[] {
  const done: string[] = [];
  const seen = new Set([start]);
  const path = [{ id: start, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const way = ways.get(top.id)?.[top.next];
    top.next += 1;
    if (way === undefined) {
      done.push(top.id);
      path.pop();
    } else if (!seen.has(way.to)) {
      seen.add(way.to);
      path.push({ id: way.to, next: 0 });
    }
  }
  return done.reverse();
}
