import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { callTabAsked, callTabStore } from './call-tab-store.ts';
import { documentsStore } from './documents-store.ts';
import { pastRunsStore } from './past-runs.ts';
import { noPlaces, type Place, placeStepped, placeVisited, type PlaceHistory } from './place-history.ts';
import {
  nodePicked,
  selectionChanged,
  selectionOf,
  selectionStore,
  emptySelection,
} from './selection-store.ts';
import { tabOpened, viewStore } from './view-store.ts';

/** Where somebody was in this window since its workspace was opened. */
const placesStore = createStore<{ readonly history: PlaceHistory }>(() => ({ history: noPlaces }));

/** While one goes back, what changes on the way is no place of its own. */
let isGoing = false;

/** Follows where somebody is, from now on. */
export function startRememberingPlaces(): () => void {
  const noted = () => {
    const place = isGoing ? null : placeNow();
    if (place === null) return;
    placesStore.setState(({ history }) => ({ history: placeVisited(history, place) }));
  };
  noted();
  const stops = [viewStore.subscribe(noted), selectionStore.subscribe(noted), callTabStore.subscribe(noted)];
  return () => stops.forEach((stop) => stop());
}

/** Another workspace is open: its places are others. */
export function placesForgotten(): void {
  placesStore.setState({ history: noPlaces });
}

/** Whether there is a place to go to. */
export function useHasPlace(step: 'back' | 'forward'): boolean {
  const history = useStore(placesStore, (state) => state.history);
  return useStore(documentsStore, () => placeStepped(history, step, isThere) !== null);
}

/** Goes to where one was before, or on again. */
export function placeGone(step: 'back' | 'forward'): void {
  const history = placeStepped(placesStore.getState().history, step, isThere);
  if (history?.here === null || history === null) return;
  isGoing = true;
  shown(history.here);
  isGoing = false;
  placesStore.setState({ history });
}

function shown({ callTab, nodeId, tab }: Place): void {
  tabOpened(tab);
  if (tab.type !== 'document') return;
  if (nodeId !== null && callTab !== null) callTabAsked(nodeId, callTab);
  if (nodeId !== null) nodePicked(tab.id, nodeId);
  else if (selectionOf(tab.id) !== emptySelection) selectionChanged(tab.id, emptySelection);
}

function placeNow(): Place | null {
  const { activeTab, tabs } = viewStore.getState();
  const tab = tabs[activeTab];
  if (tab === undefined) return null;
  const nodes = tab.type === 'document' ? selectionOf(tab.id).nodes : [];
  const [only] = nodes;
  const nodeId = nodes.length === 1 && only !== undefined ? only : null;
  return { tab, nodeId, callTab: nodeId === null ? null : (callTabStore.getState().shown[nodeId] ?? null) };
}

function isThere({ nodeId, tab }: Place): boolean {
  if (tab.type === 'run') return pastRunsStore.getState().shown[tab.runId] !== undefined;
  if (tab.type !== 'document') return true;
  const document = documentsStore.getState().documents[tab.id]?.document;
  if (document === undefined || nodeId === null) return document !== undefined;
  return document.format === 'flowbench.flow' && document.nodes.some(({ id }) => id === nodeId);
}
