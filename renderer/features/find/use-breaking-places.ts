import { useEffect, useState } from 'react';
import { useFind } from '../../store/find-store.ts';
import { inSlices } from '../../store/in-slices.ts';
import { countingBreakingPlaces, replacementPreview } from './replacement-preview.ts';

/** How many places would break by the replacement that stands there, as far as it is known: typing does not wait for it. */
export function useBreakingPlaces(): number {
  const by = useFind((state) => state.by);
  const query = useFind((state) => state.query);
  const found = useFind((state) => state.found);
  const [count, setCount] = useState(0);
  useEffect(
    () => inSlices(countingBreakingPlaces(found, replacementPreview(query, by)), setCount),
    [by, query, found],
  );
  return count;
}
