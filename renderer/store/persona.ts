import { useMemo } from 'react';
import { requestOf, type Persona } from '#shared/settings/persona.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';
import { useView, viewStore } from './view-store.ts';

/** The person whom the Simulator plays in this workspace, as templates read it (`@request`). */
export function useRequest(): ValueObject {
  const persona = useView((state) => state.persona);
  return useMemo(() => requestOf(persona), [persona]);
}

/** The persona that runs are started with. */
export const personaNow = (): Persona => viewStore.getState().persona;

/**
 * Somebody else is played from the next run on.
 *
 * @param field what is typed on in, which makes one step for undo; `null` makes a step of its own
 */
export function personaEdited(persona: Persona, field: string | null = null): void {
  const before = personaNow();
  const put = (wanted: Persona, how: 'back' | 'again') => {
    viewStore.setState({ persona: wanted });
    // Its dialog is closed: while that is open, the keyboard is its own.
    toasts.show({ title: `The test persona was changed ${how}`, icon: 'user' });
  };
  viewStore.setState({ persona });
  libraryStepTaken({
    field: field === null ? null : `persona ${field}`,
    undo: () => put(before, 'back'),
    redo: () => put(persona, 'again'),
  });
}
