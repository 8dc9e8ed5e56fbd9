// Breakpoints are steps for undo in the view of their flow, several that are set together as one.
import { beforeEach, expect, test, vi } from 'vitest';
import '../../../support/bridge-double.ts';
import { storyId } from '../../../stories/story-id.ts';
import {
  breakpointsCleared,
  breakpointSet,
  breakpointsOf,
  breakpointsToggled,
} from '../../../../renderer/store/breakpoints.ts';
import {
  libraryStepRedone,
  libraryStepsForgotten,
  libraryStepUndone,
} from '../../../../renderer/store/library-steps.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';

const flowId = storyId('fl', 'Lookup');
const one = { node: storyId('nd', 'One'), exit: null };
const two = { node: storyId('nd', 'Two'), exit: 'next' };
const nodes = () => breakpointsOf(flowId).map(({ condition, node }) => `${node} ${condition}`);

beforeEach(() => {
  libraryStepsForgotten();
  viewStore.setState(viewStore.getInitialState(), true);
});

test('breakpoints that are toggled together are one step', () => {
  breakpointsToggled(flowId, [one, two]);
  const both = nodes();
  expect(both).toHaveLength(2);
  expect(libraryStepUndone('fl_another')).toBe(false);
  expect(libraryStepUndone(flowId)).toBe(true);
  expect(nodes()).toEqual([]);
  expect(libraryStepRedone(flowId)).toBe(true);
  expect(nodes()).toEqual(both);
});

test('a condition comes back, and so does everything that was cleared', () => {
  breakpointSet(flowId, { ...one, condition: 'count > 3' });
  breakpointSet(flowId, { ...one, condition: 'count > 4' });
  let undo: () => void = () => undefined;
  vi.spyOn(toasts, 'show').mockImplementation(({ action }) => {
    undo = action?.onClick ?? undo;
    return 'shown';
  });
  breakpointsCleared(flowId);
  expect(nodes()).toEqual([]);
  undo();
  expect(nodes()).toEqual([`${one.node} count > 4`]);
  expect(libraryStepUndone(flowId)).toBe(true);
  expect(nodes()).toEqual([`${one.node} count > 3`]);
});

test('what was set and removed since stays when the message takes back that all were cleared', () => {
  const three = { node: storyId('nd', 'Three'), exit: null };
  breakpointsToggled(flowId, [one, two]);
  let undo: () => void = () => undefined;
  vi.spyOn(toasts, 'show').mockImplementation(({ action }) => {
    undo = action?.onClick ?? undo;
    return 'shown';
  });
  breakpointsCleared(flowId);
  breakpointSet(flowId, { ...one, condition: 'count > 3' });
  breakpointsToggled(flowId, [three]);
  undo();
  expect(nodes()).toEqual([`${one.node} count > 3`, `${three.node} `, `${two.node} `]);
  expect(libraryStepUndone(flowId)).toBe(true);
  expect(nodes()).toEqual([`${one.node} count > 3`, `${two.node} `]);
});
