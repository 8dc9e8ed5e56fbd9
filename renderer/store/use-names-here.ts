import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { namesAtPlace, type FlowPlace, type NamesHere } from '#shared/flow/names-here.ts';
import type { FlowInput } from '#shared/nodes/start-node.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { flowNamesOf } from './flow-names-of.ts';
import { useEnvironmentAtHand } from './use-environment-layers.ts';

/** The plain values that hold: those of the active environment, and the defaults behind it. */
export function useEnvironmentValues(): ValueObject {
  return useEnvironmentAtHand().values;
}

export interface NamesAtHand {
  readonly place: FlowPlace;
  readonly here: NamesHere;
}

/**
 * The names at a node, or in the default of an input below others; the same object as long as neither the structure of the
 * flow nor the environment changes.
 */
export function useNamesHere(flow: Flow, nodeId: string, inputsAbove?: number): NamesAtHand {
  const known = flowNamesOf(flow);
  const { secretNames, values: environment } = useEnvironmentAtHand();
  return useMemo(() => {
    const place = { ...known, nodeId, inputsAbove: inputsOf(known.flow, nodeId).slice(0, inputsAbove ?? 0) };
    const values = new Set(Object.keys(environment));
    return { place, here: namesAtPlace(place, { values, secrets: secretNames }) };
  }, [known, nodeId, inputsAbove, environment, secretNames]);
}

function inputsOf(flow: Flow, nodeId: string): readonly FlowInput[] {
  const node = flow.nodes.find((each) => each.id === nodeId);
  return node?.kind === 'start' ? node.config.inputs : [];
}
