import type { EditorTab } from '#shared/settings/view-state.ts';
import type { CallTab } from './call-tab-store.ts';

/** Where somebody was: a tab, in a flow the node that was selected, of an API Call the tab of its settings. */
export interface Place {
  readonly tab: EditorTab;
  readonly nodeId: string | null;
  readonly callTab: CallTab | null;
}

/** The way that somebody went, and how much of it they went back. */
export interface PlaceHistory {
  /** The newest last. */
  readonly behind: readonly Place[];
  readonly here: Place | null;
  /** The next one first. */
  readonly ahead: readonly Place[];
}

export const noPlaces: PlaceHistory = { behind: [], here: null, ahead: [] };

/** As many places are remembered on either side. */
export const mostPlaces = 100;

/**
 * Somebody is at a place now. In one tab, selecting the first node and changing the tab of its settings make the place
 * more exact, and selecting nothing is no other place; everything else is a step, after which there is nothing ahead.
 */
export function placeVisited(history: PlaceHistory, place: Place): PlaceHistory {
  const { behind, here } = history;
  if (here === null) return { ...history, here: place };
  if (isSameTab(here.tab, place.tab)) {
    if (here.nodeId === place.nodeId)
      return here.callTab === place.callTab ? history : { ...history, here: place };
    if (place.nodeId === null) return history;
    if (here.nodeId === null) return { behind, here: place, ahead: [] };
  }
  return { behind: [...behind, here].slice(-mostPlaces), here: place, ahead: [] };
}

/** One step back or forward to a place that is still there; those that are gone are forgotten on the way. `null`: there is none. */
export function placeStepped(
  { ahead, behind, here }: PlaceHistory,
  step: 'back' | 'forward',
  isThere: (place: Place) => boolean,
): PlaceHistory | null {
  if (step === 'back') {
    const at = behind.findLastIndex(isThere);
    const next = behind[at];
    const left = here === null ? ahead : [here, ...ahead].slice(0, mostPlaces);
    return next === undefined ? null : { behind: behind.slice(0, at), here: next, ahead: left };
  }
  const at = ahead.findIndex(isThere);
  const next = ahead[at];
  const left = here === null ? behind : [...behind, here].slice(-mostPlaces);
  return next === undefined ? null : { behind: left, here: next, ahead: ahead.slice(at + 1) };
}

function isSameTab(one: EditorTab, other: EditorTab): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
