import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowPlace } from '#shared/flow/flow-place.ts';
import { namesAtPlace, type NamesHere } from '#shared/flow/names-here.ts';
import { flowNamesOf } from './flow-names-of.ts';
import { useEnvironmentAtHand } from './use-environment-layers.ts';

export interface NamesAtHand {
  readonly place: FlowPlace;
  readonly here: NamesHere;
}

/**
 * The names at a node, or at one of its rows below others (the default of an input, the value of a change); the same object as
 * long as neither the structure of the flow nor the environment changes.
 */
export function useNamesHere(flow: Flow, nodeId: string, rowsAbove = 0): NamesAtHand {
  const known = flowNamesOf(flow);
  const { active, secretNames, values: environment } = useEnvironmentAtHand();
  const words = active === null ? 'none' : undefined;
  return useMemo(() => {
    const place = { ...known, nodeId, ...rowsOf(known.flow, nodeId, rowsAbove) };
    const values = new Set(Object.keys(environment));
    return { place, here: namesAtPlace(place, { values, secrets: secretNames, words }) };
  }, [known, nodeId, rowsAbove, environment, secretNames, words]);
}

function rowsOf(flow: Flow, nodeId: string, count: number): Pick<FlowPlace, 'inputsAbove' | 'changesAbove'> {
  const node = flow.nodes.find((each) => each.id === nodeId);
  if (node?.kind === 'start') return { inputsAbove: node.config.inputs.slice(0, count) };
  return node?.kind === 'set-variables' ? { changesAbove: node.config.changes.slice(0, count) } : {};
}
