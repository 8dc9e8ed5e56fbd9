import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

type Samples = Readonly<Record<string, string>>;

/** Values for variables as they were typed, by name: samples of an API Call by its node, inputs of a run by its flow. */
const sampleStore = createStore<{ readonly owners: Readonly<Record<string, Samples>> }>(() => ({
  owners: {},
}));

const none: Samples = {};

export function useSamples(ownerId: string): Samples {
  return useStore(sampleStore, (state) => state.owners[ownerId]) ?? none;
}

export function sampleTyped(ownerId: string, name: string, text: string): void {
  sampleStore.setState(({ owners }) => ({
    owners: { ...owners, [ownerId]: { ...owners[ownerId], [name]: text } },
  }));
}
