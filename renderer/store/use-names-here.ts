import { useMemo } from 'react';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowPlace } from '#shared/flow/flow-place.ts';
import { namesAtPlace, type NamesHere } from '#shared/flow/names-here.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { flowNamesOf } from './flow-names-of.ts';
import { useEnvironment } from './use-documents.ts';
import { useView } from './view-store.ts';

/** The plain values of the active environment. */
export function useEnvironmentValues(): ValueObject {
  const environment = useEnvironment(useView((state) => state.environmentId));
  return useMemo(() => environmentVariables(environment ?? null), [environment]);
}

/** Environments hold plain values only so far; a secret among them would be one of these names. */
export const noSecrets: ReadonlySet<string> = new Set();

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
  const environment = useEnvironmentValues();
  return useMemo(() => {
    const place = { ...known, nodeId, ...rowsOf(known.flow, nodeId, rowsAbove) };
    const values = new Set(Object.keys(environment));
    return { place, here: namesAtPlace(place, { values, secrets: noSecrets }) };
  }, [known, nodeId, rowsAbove, environment]);
}

function rowsOf(flow: Flow, nodeId: string, count: number): Pick<FlowPlace, 'inputsAbove' | 'changesAbove'> {
  const node = flow.nodes.find((each) => each.id === nodeId);
  if (node?.kind === 'start') return { inputsAbove: node.config.inputs.slice(0, count) };
  return node?.kind === 'set-variables' ? { changesAbove: node.config.changes.slice(0, count) } : {};
}
