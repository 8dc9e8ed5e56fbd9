// A split editor loses no tab, whatever one opens, moves, closes and joins, and never shows an empty half by itself.
import '../../../support/bridge-double.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import {
  activeDocumentId,
  activeTabMoved,
  documentOpened,
  documentOpenedBeside,
  documentWithdrawn,
  keyOfTab,
  sideFocused,
  sidesJoined,
  sideStepped,
  tabClosed,
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

  it('have every tab that was opened exactly once, and an active one wherever there is a tab', () => {
    const anyStep = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 'd').map((id) => () => documentOpened(id)),
      fc.constantFrom('a', 'b', 'c', 'd').map((id) => () => documentOpenedBeside(id)),
      fc.constantFrom(activeTabMoved, sideStepped, sidesJoined),
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
          expect(new Set(all).size).toBe(all.length);
          const { activeTab, otherSide, tabs } = viewStore.getState();
          for (const side of [{ activeTab, tabs }, ...(otherSide === null ? [] : [otherSide])])
            expect(side.tabs.length === 0 || side.tabs[side.activeTab] !== undefined).toBe(true);
        }
      }),
    );
  });
});
