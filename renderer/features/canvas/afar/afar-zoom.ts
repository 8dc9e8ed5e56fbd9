import { useStore } from '@xyflow/react';

/** Below this zoom the cards of a large flow are painted: hundreds are in view, and little of them can be read. */
const afarZoom = 0.5;

/** Whether a flow is seen from afar: then it is painted, and only the cards at hand are made. */
export function useIsAfar(isLarge: boolean): boolean {
  const isSmall = useStore(({ transform }) => transform[2] < afarZoom);
  return isSmall && isLarge;
}

/** Below this zoom the name of a card has no room for letters that say anything. */
const namedZoom = 0.19;

/** How cards are seen from afar: with their names, or as boxes. */
export function useAfarDetail(isAfar: boolean): 'named' | 'boxes' | undefined {
  const isNamed = useStore(({ transform }) => transform[2] >= namedZoom);
  if (!isAfar) return undefined;
  return isNamed ? 'named' : 'boxes';
}
