import { useMemo } from 'react';
import { requestOf, type Persona } from '#shared/settings/persona.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { useView, viewStore } from './view-store.ts';

/** The person whom the Simulator plays in this workspace, as templates read it (`@request`). */
export function useRequest(): ValueObject {
  const persona = useView((state) => state.persona);
  return useMemo(() => requestOf(persona), [persona]);
}

/** The persona that runs are started with. */
export const personaNow = (): Persona => viewStore.getState().persona;

/** Somebody else is played from the next run on. */
export function personaEdited(persona: Persona): void {
  viewStore.setState({ persona });
}
