// A split editor loses no tab, whatever one opens, moves, closes and joins, and never shows an empty half by itself.
import '../../../support/bridge-double.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { keyOfTab, viewOf } from '../../../../renderer/store/editor-sides.ts';
import { selectionOf, nodePicked } from '../../../../renderer/store/selection-store.ts';
import {
  activeDocumentId,
  activeTabMoved,
  activeTabShifted,
  activeTabShownTwice,
  documentOpened,
  documentOpenedBeside,
  documentWithdrawn,
  openedBeside,
  openingHeld,
  sideFocused,
  sidesJoined,
  sideStepped,
  tabClosed,
  tabOpened,
  tabPlaced,
  viewportMoved,
  viewStore,
} from '../../../../renderer/store/view-store.ts';

const sides = () => {
  const { focusedSide, otherSide, tabs } = viewStore.getState();
  const [here, there] = [tabs.map(keyOfTab), otherSide?.tabs.map(keyOfTab) ?? null];
  return focusedSide === 'left' ? { left: here, right: there } : { left: there, right: here };
};
const active = () => activeDocumentId(viewStore.getState());

beforeEach(() => viewStore.setState(viewStateSchema.parse({}), true));

describe('the sides of the editor', () => {
  it('come with the active tab, which is the one that commands go to', () => {
    documentOpened('a');
    documentOpened('b');
    activeTabMoved();
    expect(sides()).toEqual({ left: ['a'], right: ['b'] });
    expect(active()).toBe('b');
    sideStepped();
    expect(active()).toBe('a');
    sideFocused('right');
    expect(active()).toBe('b');
    activeTabMoved();
    expect(sides()).toEqual({ left: ['a', 'b'], right: null });
  });

  it('let the only tab stay, with an empty side beside it for what is opened next', () => {
    documentOpened('a');
    activeTabMoved();
    expect(sides()).toEqual({ left: ['a'], right: [] });
    documentOpened('b');
    expect(sides()).toEqual({ left: ['a'], right: ['b'] });
    documentOpened('a');
    expect(active()).toBe('a');
    expect(sides()).toEqual({ left: ['a'], right: ['b'] });
    documentOpenedBeside('b');
    expect(active()).toBe('b');
    sidesJoined();
    expect(sides()).toEqual({ left: ['a', 'b'], right: null });
    expect(active()).toBe('b');
  });

  it('go with their last tab, also where its document goes on the side without the focus', () => {
    documentOpened('a');
    documentOpened('b');
    activeTabMoved();
    tabClosed(0);
    expect(sides()).toEqual({ left: ['a'], right: null });
    documentOpenedBeside('c');
    documentWithdrawn('a');
    expect(sides()).toEqual({ left: ['c'], right: null });
  });

  it('may both show a document, each in a view of its own, until they are joined', () => {
    documentOpened('a');
    documentOpened('b');
    nodePicked('b', 'first');
    activeTabShownTwice();
    expect(sides()).toEqual({ left: ['a', 'b'], right: ['b'] });
    nodePicked('b', 'second');
    expect(selectionOf('b').nodes).toEqual(['second']);
    sideStepped();
    expect(selectionOf('b').nodes).toEqual(['first']);
    expect(viewOf(viewStore.getState(), 'b', 'right')).not.toBe(viewOf(viewStore.getState(), 'b', 'left'));
    expect(viewOf(viewStore.getState(), 'a', 'right')).toBe(viewOf(viewStore.getState(), 'a', 'left'));
    documentOpenedBeside('a');
    expect(sides()).toEqual({ left: ['a', 'b'], right: ['b', 'a'] });
    sidesJoined();
    expect(sides()).toEqual({ left: ['b', 'a'], right: null });
    expect(active()).toBe('a');
  });

  it('have a page that there is once on one of them', () => {
    documentOpened('a');
    tabOpened({ type: 'settings' });
    activeTabShownTwice();
    expect(sides()).toEqual({ left: ['a', 'settings'], right: null });
    openedBeside(() => tabOpened({ type: 'settings' }));
    expect(sides()).toEqual({ left: ['a'], right: ['settings'] });
  });

  it('take tabs at any place, and go with the last one that is taken away', () => {
    for (const id of ['a', 'b', 'c']) documentOpened(id);
    tabPlaced({ from: 'left', key: 'c', to: 'left', at: 0 });
    expect(sides()).toEqual({ left: ['c', 'a', 'b'], right: null });
    activeTabShifted(1);
    activeTabShifted(1);
    activeTabShifted(1);
    expect(sides()).toEqual({ left: ['a', 'b', 'c'], right: null });
    tabPlaced({ from: 'left', key: 'a', to: 'right', at: 0 });
    expect(sides()).toEqual({ left: ['b', 'c'], right: ['a'] });
    expect(active()).toBe('a');
    tabPlaced({ from: 'left', key: 'b', to: 'right', at: 0 });
    tabPlaced({ from: 'left', key: 'c', to: 'right', at: 1 });
    expect(sides()).toEqual({ left: ['b', 'c', 'a'], right: null });
  });

  it('leave a document the selection and the place of the side that goes on showing it', () => {
    const shownTwice = () => {
      viewStore.setState(viewStateSchema.parse({}), true);
      documentOpened('a');
      nodePicked('a', 'on the left');
      viewportMoved('a', { x: 1, y: 1, zoom: 1 });
      activeTabShownTwice();
      nodePicked('a', 'on the right');
      viewportMoved(viewOf(viewStore.getState(), 'a', null), { x: 2, y: 2, zoom: 2 });
    };
    const left = () => [selectionOf('a').nodes, viewStore.getState().viewports['a']?.x];

    shownTwice();
    sideFocused('left');
    tabClosed(0);
    expect(left()).toEqual([['on the right'], 2]);

    shownTwice();
    tabClosed(0);
    expect(left()).toEqual([['on the left'], 1]);

    shownTwice();
    sidesJoined();
    expect(left()).toEqual([['on the right'], 2]);

    shownTwice();
    sideFocused('left');
    sidesJoined();
    expect(left()).toEqual([['on the left'], 1]);

    shownTwice();
    documentOpened('b');
    sideFocused('left');
    documentOpened('c');
    tabClosed(0);
    sideFocused('right');
    documentOpened('a');
    expect(left()).toEqual([['on the right'], 2]);
  });

  it('have what is opened later on the side that was meant when it was asked for', async () => {
    documentOpened('a');
    let open = openingHeld();
    openedBeside(() => (open = openingHeld()));
    await Promise.resolve();
    open(() => documentOpened('b'));
    expect(sides()).toEqual({ left: ['a'], right: ['b'] });
    openingHeld()(() => documentOpened('c'));
    expect(sides()).toEqual({ left: ['a'], right: ['b', 'c'] });
  });

  it('have every tab that was opened, a page once and a document at most once on a side, and an active one wherever there is a tab', () => {
    const anyStep = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 'd').map((id) => () => documentOpened(id)),
      fc.constantFrom('a', 'b', 'c', 'd').map((id) => () => documentOpenedBeside(id)),
      fc.constantFrom(activeTabMoved, activeTabShownTwice, sideStepped, sidesJoined),
      fc.constantFrom(-1 as const, 1 as const).map((step) => () => activeTabShifted(step)),
      fc.constant(() => openedBeside(() => tabOpened({ type: 'settings' }))),
      fc
        .record({
          from: fc.constantFrom('left' as const, 'right' as const),
          key: fc.constantFrom('a', 'b', 'settings'),
          to: fc.constantFrom('left' as const, 'right' as const),
          at: fc.nat(4),
        })
        .map((move) => () => tabPlaced(move)),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 20 }), (steps) => {
        viewStore.setState(viewStateSchema.parse({}), true);
        const known = new Set<string>();
        for (const step of steps) {
          step();
          const all = Object.values(sides()).flatMap((ids) => ids ?? []);
          for (const id of known) expect(all).toContain(id);
          for (const id of all) known.add(id);
          expect(all.filter((id) => id === 'settings').length).toBeLessThan(2);
          for (const ids of Object.values(sides())) expect(new Set(ids).size).toBe(ids?.length ?? 0);
          const { activeTab, otherSide, tabs } = viewStore.getState();
          for (const side of [{ activeTab, tabs }, ...(otherSide === null ? [] : [otherSide])])
            expect(side.tabs.length === 0 || side.tabs[side.activeTab] !== undefined).toBe(true);
        }
      }),
    );
  });
});
