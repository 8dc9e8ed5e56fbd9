import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

type Samples = Readonly<Record<string, string>>;

/** Sample values for the variables that an API Call reads, by node and name, as they were typed. */
const sampleStore = createStore<{ readonly nodes: Readonly<Record<string, Samples>> }>(() => ({ nodes: {} }));

const none: Samples = {};

export function useSamples(nodeId: string): Samples {
  return useStore(sampleStore, (state) => state.nodes[nodeId]) ?? none;
}

export function sampleTyped(nodeId: string, name: string, text: string): void {
  sampleStore.setState(({ nodes }) => ({
    nodes: { ...nodes, [nodeId]: { ...nodes[nodeId], [name]: text } },
  }));
}
