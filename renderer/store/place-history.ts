import type { EditorTab } from '#shared/settings/view-state.ts';
import type { CallTab } from './call-tab-store.ts';
import type { ShownField } from './field-of-place.ts';

/** Where somebody was: a tab, in a flow the node that was selected, of an API Call the tab of its settings, and the field. */
export interface Place {
  readonly tab: EditorTab;
  readonly nodeId: string | null;
  readonly callTab: CallTab | null;
  /** The field that had the focus last; `null` where none is known. */
  readonly field: ShownField | null;
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
 * Somebody is at a place now. In one tab, selecting the first node, changing the tab of its settings and coming to a field
 * make the place more exact, and selecting nothing is no other place; everything else is a step, after which there is
 * nothing ahead. Who was sent to another field (`isSent`) can go back to the one before.
 */
export function placeVisited(history: PlaceHistory, place: Place, isSent = false): PlaceHistory {
  const { behind, here } = history;
  if (here === null) return { ...history, here: place };
  if (isSame(here.tab, place.tab)) {
    if (here.nodeId === place.nodeId) return moreExact(history, here, place, isSent);
    if (place.nodeId === null) return history;
    if (here.nodeId === null) return { behind, here: place, ahead: [] };
  }
  return { behind: [...behind, here].slice(-mostPlaces), here: place, ahead: [] };
}

function moreExact(history: PlaceHistory, here: Place, place: Place, isSent: boolean): PlaceHistory {
  const field = place.field ?? (here.callTab === place.callTab ? here.field : null);
  const isSameField = isSame(here.field, field);
  if (isSent && here.field !== null && !isSameField)
    return { behind: [...history.behind, here].slice(-mostPlaces), here: { ...place, field }, ahead: [] };
  return here.callTab === place.callTab && isSameField ? history : { ...history, here: { ...place, field } };
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

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
