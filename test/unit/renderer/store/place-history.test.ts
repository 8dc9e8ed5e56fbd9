// Back and forward go where somebody was, and never to what is gone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mostPlaces,
  noPlaces,
  type Place,
  type PlaceHistory,
  placeStepped,
  placeVisited,
} from '../../../../renderer/store/place-history.ts';

const at = (id: string, nodeId: string | null = null, callTab: Place['callTab'] = null): Place => ({
  tab: { type: 'document', id },
  nodeId,
  callTab,
  field: null,
});
const atField = (id: string, nodeId: string, field: string): Place => ({
  ...at(id, nodeId),
  field: { field, row: null },
});
const went = (...places: readonly Place[]) =>
  places.reduce((history, place) => placeVisited(history, place), noPlaces);
const all = () => true;
const step = (history: PlaceHistory, way: 'back' | 'forward', isThere: (place: Place) => boolean = all) =>
  placeStepped(history, way, isThere);

describe('places', () => {
  it('are gone back through and forward again', () => {
    const history = went(at('order'), at('api'), at('refund'));
    const back = step(history, 'back')!;
    expect(back.here).toEqual(at('api'));
    expect(step(back, 'back')?.here).toEqual(at('order'));
    expect(step(back, 'forward')).toEqual(history);
    expect(step(history, 'forward')).toBeNull();
    expect(step(went(at('order')), 'back')).toBeNull();
  });

  it('are fields too: coming to one makes the place more exact, being sent to another is a step', () => {
    const history = went(at('order', 'ask'), atField('order', 'ask', 'Text'), at('order', 'ask'));
    expect(history).toEqual({ behind: [], here: atField('order', 'ask', 'Text'), ahead: [] });
    const typed = placeVisited(history, atField('order', 'ask', 'Variable'));
    expect(typed.behind).toEqual([]);
    const sent = placeVisited(typed, atField('order', 'ask', 'Text'), true);
    expect(step(sent, 'back')?.here).toEqual(atField('order', 'ask', 'Variable'));
    const elsewhere = placeVisited(sent, at('api'));
    expect(step(elsewhere, 'back')?.here).toEqual(atField('order', 'ask', 'Text'));
    expect(placeVisited(sent, atField('order', 'ask', 'Text'), true)).toBe(sent);
  });

  it('of one tab are nodes: the first makes it more exact, none is no place, and so is a tab of its settings', () => {
    const history = went(
      at('order'),
      at('order', 'call', 'request'),
      at('order', 'call', 'exits'),
      at('order'),
    );
    expect(history).toEqual({ behind: [], here: at('order', 'call', 'exits'), ahead: [] });
    const next = placeVisited(history, at('order', 'end'));
    expect(step(next, 'back')?.here).toEqual(at('order', 'call', 'exits'));
  });

  it('that are gone are passed over and forgotten', () => {
    const history = went(at('order'), at('gone'), at('refund'));
    const back = step(history, 'back', ({ tab }) => tab.type !== 'document' || tab.id !== 'gone')!;
    expect(back).toEqual({ behind: [], here: at('order'), ahead: [at('refund')] });
    expect(step(history, 'back', () => false)).toBeNull();
  });

  it('ahead are forgotten with a step elsewhere', () => {
    const back = step(went(at('order'), at('api')), 'back')!;
    expect(placeVisited(back, at('refund'))).toEqual({
      behind: [at('order')],
      here: at('refund'),
      ahead: [],
    });
    expect(placeVisited(back, at('order'))).toBe(back);
  });

  it('are never more than can be remembered, and n steps back and n forward lead to where one was', () => {
    const anyPlace = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      node: fc.constantFrom(null, 'x', 'y'),
      tab: fc.constantFrom(null, 'request' as const, 'body' as const),
    });
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 150 }), fc.nat(120), (places, wanted) => {
        const history = went(...places.map(({ id, node, tab }) => at(id, node, tab)));
        expect(history.behind.length).toBeLessThanOrEqual(mostPlaces);
        const taken: PlaceHistory[] = [history];
        while (taken.length <= wanted) {
          const next = step(taken.at(-1)!, 'back');
          if (next === null) break;
          taken.push(next);
        }
        let now = taken.at(-1)!;
        for (let count = 1; count < taken.length; count += 1) now = step(now, 'forward')!;
        expect(now).toEqual(history);
      }),
    );
  });
});
