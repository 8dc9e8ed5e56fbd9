// The side bar in a window that gets narrow and wide again: only what somebody asked for in a wide one is remembered.
import { beforeEach, expect, it } from 'vitest';
import {
  isSideBarOpen,
  sideBarShown,
  sideBarToggled,
  sideBarViewPicked,
  windowNarrowed,
} from '../../../../renderer/store/side-bar.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';

beforeEach(() => {
  viewStore.setState(viewStore.getInitialState());
  windowNarrowed(false);
});

it('folds while the window is narrow, and comes back with the room', () => {
  windowNarrowed(true);
  expect(isSideBarOpen()).toBe(false);
  expect(viewStore.getState().sideBarOpen, 'what is written down').toBe(true);
  windowNarrowed(false);
  expect(isSideBarOpen()).toBe(true);
});

it('is opened over a narrow window for as long as it is one', () => {
  sideBarToggled();
  windowNarrowed(true);
  sideBarShown('runs');
  expect(isSideBarOpen()).toBe(true);
  sideBarToggled();
  expect(isSideBarOpen()).toBe(false);
  sideBarToggled();
  expect(viewStore.getState(), 'what is written down').toMatchObject({
    sideBarOpen: false,
    sideBarView: 'runs',
  });
  windowNarrowed(false);
  expect(isSideBarOpen()).toBe(false);
});

it('is folded by the place that it shows, and shows any other', () => {
  sideBarViewPicked('flows');
  expect(isSideBarOpen()).toBe(false);
  sideBarViewPicked('runs');
  expect(isSideBarOpen()).toBe(true);
  windowNarrowed(true);
  sideBarViewPicked('runs');
  expect(isSideBarOpen()).toBe(true);
  sideBarViewPicked('runs');
  expect(isSideBarOpen()).toBe(false);
});
