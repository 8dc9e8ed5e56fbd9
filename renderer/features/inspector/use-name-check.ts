import { useCallback } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { checkNames, type NameCheck } from '#shared/flow/unknown-names.ts';
import { useNamesHere } from '../../store/use-names-here.ts';

/**
 * Checks the templates of one field of a node for names that have no value there, or perhaps none. In one of its
 * rows what the rows above it set counts too.
 */
export function useNameCheck(
  flow: Flow,
  nodeId: string,
  rowsAbove = 0,
): (...templates: readonly string[]) => NameCheck {
  const { here } = useNamesHere(flow, nodeId, rowsAbove);
  return useCallback((...templates) => checkNames(templates, here), [here]);
}
