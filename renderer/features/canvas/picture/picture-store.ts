import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** How a picture is made: kept from one to the next while the window is open. */
export interface PictureChoices {
  readonly format: 'svg' | 'png';
  readonly theme: 'light' | 'dark';
  readonly part: 'flow' | 'selection';
  readonly scale: '1' | '2' | '3';
}

interface PictureState {
  readonly open: boolean;
  readonly choices: PictureChoices;
}

const pictureStore = createStore<PictureState>(() => ({
  open: false,
  choices: { format: 'svg', theme: 'light', part: 'flow', scale: '2' },
}));

export function usePictureState(): PictureState {
  return useStore(pictureStore);
}

export function pictureChoicesNow(): PictureChoices {
  return pictureStore.getState().choices;
}

export function pictureAsked(open: boolean): void {
  pictureStore.setState({ open });
}

export function pictureChosen(change: Partial<PictureChoices>): void {
  pictureStore.setState(({ choices }) => ({ choices: { ...choices, ...change } }));
}
