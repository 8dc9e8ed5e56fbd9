// Copied nodes have to be pasted into any flow without dragging ids or loose ends along.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fragmentFromText,
  fragmentOf,
  freeNodeName,
  withFragment,
  type FlowFragment,
} from '#shared/flow/flow-fragment.ts';
import { withGroup } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { GroupId, NodeId } from '#shared/ids/ids.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';
import { anySoundFlow, flowTrouble } from '../../../support/any-flow-edit.ts';

const flow = userGreeting();
const idsOf = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => nodeNamed(flow, name).id));

/** New ids that tell in which order they were given. */
function numberedIds(): () => NodeId {
  let count = 0;
  return () => storyId('nd', `new ${String((count += 1))}`);
}

function numberedGroups(): () => GroupId {
  let count = 0;
  return () => storyId('gr', `new ${String((count += 1))}`);
}

const pasted = (into: Flow, fragment: FlowFragment) =>
  withFragment(into, fragment, { x: 0, y: 0 }, numberedIds(), numberedGroups());

function fragmentNamed(...names: readonly string[]): FlowFragment {
  const fragment = fragmentOf(flow, idsOf(...names));
  if (fragment === null) throw new Error('None of these nodes is in the flow.');
  return fragment;
}

const led = (of: Flow): readonly string[] =>
  of.connections.map(({ from, to }) => {
    const name = (id: string) => of.nodes.find((node) => node.id === id)?.name ?? '?';
    return `${name(from.node)} ${from.exit} ${name(to)}`;
  });

describe('copying nodes', () => {
  test('takes the chosen nodes and only the connections among them', () => {
    const fragment = fragmentNamed('Get user', 'Greeting');
    expect(fragment.nodes.map((node) => node.name)).toEqual(['Get user', 'Greeting']);
    expect(fragment.connections.map(({ from }) => from.exit)).toEqual(['success']);
  });

  test('takes nothing where nothing is chosen', () => {
    expect(fragmentOf(flow, new Set())).toBeNull();
    expect(fragmentOf(flow, new Set([storyId('nd', 'elsewhere')]))).toBeNull();
  });

  test('goes through the clipboard as text', () => {
    const fragment = fragmentNamed('Get user', 'Greeting');
    expect(fragmentFromText(JSON.stringify(fragment, null, 2))).toEqual(fragment);
  });

  test.each([
    ['any other text', 'Get user'],
    ['no text', ''],
    ['other JSON', '[1, 2]'],
    ['a fragment without nodes', '{"format":"flowbench.nodes","version":1,"nodes":[],"connections":[]}'],
    ['a newer fragment', '{"format":"flowbench.nodes","version":2,"nodes":[],"connections":[]}'],
    ['a whole flow', JSON.stringify(flow)],
  ])('does not take %s for nodes', (_words, text) => {
    expect(fragmentFromText(text)).toBeNull();
  });
});

describe('pasting nodes', () => {
  test('gives new ids, free names and places moved by the offset', () => {
    const { flow: after, added } = withFragment(
      flow,
      fragmentNamed('Get user', 'Greeting'),
      { x: 32, y: 31.6 },
      numberedIds(),
      numberedGroups(),
    );
    const copies = after.nodes.slice(flow.nodes.length);
    expect(added).toEqual([storyId('nd', 'new 1'), storyId('nd', 'new 2')]);
    expect(copies.map((node) => node.id)).toEqual(added);
    expect(copies.map((node) => node.name)).toEqual(['Get user 2', 'Greeting 2']);
    expect(copies[0]?.position).toEqual({ x: nodeNamed(flow, 'Get user').position.x + 32, y: 32 });
    expect(led(after)).toContain('Get user 2 success Greeting 2');
  });

  test('leaves a second Start out, with the connections that began at it', () => {
    const { flow: after, added } = pasted(flow, fragmentNamed('Start', 'User number'));
    expect(added).toHaveLength(1);
    expect(after.nodes.filter((node) => node.kind === 'start')).toHaveLength(1);
    expect(after.connections).toHaveLength(flow.connections.length);
  });

  test('brings a Start into a flow that has none', () => {
    const empty = storyFlow({ name: 'Empty', nodes: [], connections: [] });
    const { flow: after } = pasted(empty, fragmentNamed('Start', 'User number'));
    expect(led(after)).toEqual(['Start next User number']);
  });

  test('puts right what a text written by hand can get wrong', () => {
    const fragment = fragmentNamed('Get user', 'Greeting', 'End');
    const [call, greeting, end] = fragment.nodes.map((node) => node.id);
    const start = nodeNamed(flow, 'Start');
    const byHand: FlowFragment = {
      ...fragment,
      nodes: [...fragment.nodes, fragment.nodes[0]!, start, { ...start, id: storyId('nd', 'Start 2') }],
      connections: [
        { from: { node: call!, exit: 'success' }, to: greeting! },
        { from: { node: call!, exit: 'success' }, to: end! },
        { from: { node: greeting!, exit: 'success' }, to: end! },
        { from: { node: greeting!, exit: 'next' }, to: start.id },
        { from: { node: greeting!, exit: 'next' }, to: storyId('nd', 'elsewhere') },
      ],
    };
    const { flow: after } = pasted(storyFlow({ name: 'Empty', nodes: [], connections: [] }), byHand);
    expect(flowTrouble(after)).toBeNull();
    expect(after.nodes.map((node) => node.name)).toEqual(['Get user', 'Greeting', 'End', 'Start']);
    expect(led(after)).toEqual(['Get user success Greeting']);
  });

  test('keeps every connection among the pasted and touches nothing that was there', () => {
    fc.assert(
      fc.property(anySoundFlow, fc.infiniteStream(fc.boolean()), (sound, coins) => {
        const ids = new Set(sound.nodes.filter(() => coins.next().value).map((node) => node.id));
        const fragment = fragmentOf(sound, ids);
        fc.pre(fragment !== null);
        const { flow: after, added } = withFragment(
          sound,
          fragment,
          { x: 7, y: 9 },
          numberedIds(),
          numberedGroups(),
        );
        expect(after.nodes.slice(0, sound.nodes.length)).toEqual(sound.nodes);
        expect(after.connections.slice(0, sound.connections.length)).toEqual(sound.connections);
        const fromStart = fragment.connections.filter(({ from }) => isStart(sound, from.node));
        const kept = after.connections.slice(sound.connections.length);
        expect(kept).toHaveLength(fragment.connections.length - fromStart.length);
        expect(added).toHaveLength([...ids].filter((id) => !isStart(sound, id)).length);
        expect(flowTrouble(after)).toBeNull();
      }),
    );
  });

  test('never gives two nodes of a flow one name, where they had different ones before', () => {
    fc.assert(
      fc.property(anySoundFlow, (sound) => {
        const fragment = fragmentOf(sound, new Set(sound.nodes.map((node) => node.id)));
        fc.pre(fragment !== null);
        const names = pasted(sound, fragment).flow.nodes.map((node) => node.name);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

function isStart(of: Flow, id: string): boolean {
  return of.nodes.find((node) => node.id === id)?.kind === 'start';
}

describe('a free name', () => {
  test.each([
    ['Get order', [], 'Get order'],
    ['Get order', ['Get order'], 'Get order 2'],
    ['Get order', ['Get order', 'Get order 2', 'Get order 3'], 'Get order 4'],
    ['Get order 2', ['Get order 2'], 'Get order 3'],
    ['Get order 2', ['Get order', 'Get order 2'], 'Get order 3'],
    ['Get order 2', ['Get order'], 'Get order 2'],
  ])('for %s beside %j is %s', (wanted, taken, expected) => {
    expect(freeNodeName(wanted, new Set(taken))).toBe(expected);
  });
});

describe('groups that are copied', () => {
  const box = ({ position }: FlowNode) => ({ ...position, width: 100, height: 40 });
  const grouped = withGroup(
    flow,
    { id: storyId('gr', 'Users'), name: 'Users', colour: 'green' },
    idsOf('Get user', 'Greeting'),
    box,
  );

  test('come along with all that is in them, under ids of their own, as far away as their nodes', () => {
    const fragment = fragmentOf(grouped, idsOf('Start', 'Get user', 'Greeting'));
    const text = fragmentFromText(JSON.stringify(fragment));
    if (text === null) throw new Error('The text is no fragment.');
    const {
      flow: after,
      added,
      addedGroups,
    } = withFragment(grouped, text, { x: 32, y: 16 }, numberedIds(), numberedGroups());
    const [before, copy] = after.groups ?? [];
    expect(addedGroups).toEqual([storyId('gr', 'new 1')]);
    expect(copy).toEqual({
      ...before,
      id: addedGroups[0],
      nodes: added,
      position: { x: (before?.position.x ?? 0) + 32, y: (before?.position.y ?? 0) + 16 },
    });
  });

  test('stay where one of their nodes stays, and a text without groups has no word of them', () => {
    expect(fragmentOf(grouped, idsOf('Get user'))).not.toHaveProperty('groups');
    expect(pasted(flow, fragmentNamed('Get user')).flow).not.toHaveProperty('groups');
  });
});
