import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
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

/** Whether its dialog is open: there one sees what undo does. */
const personaDialog = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export const usePersonaDialog = (): boolean => useStore(personaDialog, ({ isOpen }) => isOpen);

export const personaAsked = (isOpen: boolean): void => personaDialog.setState({ isOpen });

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
    if (!personaDialog.getState().isOpen)
      toasts.show({ title: `The test persona was changed ${how}`, icon: 'user' });
  };
  viewStore.setState({ persona });
  libraryStepTaken({
    dialog: 'persona',
    field: field === null ? null : `persona ${field}`,
    undo: () => put(before, 'back'),
    redo: () => put(persona, 'again'),
  });
}
