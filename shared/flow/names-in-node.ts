import { isSureInput } from '../nodes/start-node.ts';
import type { NamesAtNode } from './names-at-node.ts';
import type { FlowPlace } from './flow-place.ts';
import { effectOfChanges } from './node-ways.ts';

/**
 * Which variables are set at a place in a node: those at its entry, and what the rows above the place have made of them (the
 * inputs of a Start, the changes of a Set Variables).
 */
export function namesInNode(place: FlowPlace): Pick<NamesAtNode, 'always' | 'perhaps'> {
  const { names, nodeId, inputsAbove = [], changesAbove = [] } = place;
  const entry = names.at(nodeId);
  if (inputsAbove.length === 0 && changesAbove.length === 0) return entry;
  const { always: set, never } = effectOfChanges(changesAbove.filter(({ enabled }) => enabled));
  const gone = new Set(never);
  const kept = (name: string) => !gone.has(name);
  const given = (sure: boolean) =>
    inputsAbove.filter((input) => isSureInput(input) === sure).map(({ name }) => name);
  const always = new Set([...[...entry.always].filter(kept), ...given(true), ...set]);
  const perhaps = [...[...entry.perhaps].filter(kept), ...given(false)].filter((name) => !always.has(name));
  return { always, perhaps: new Set(perhaps) };
}
