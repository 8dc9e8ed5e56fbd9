// Every change of a flow is one of these edits, and each has to leave a flow that can be saved.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canConnect,
  connectionOf,
  withChangedNode,
  withConnection,
  withErrorNodeToggled,
  withMovedConnection,
  withNode,
  withoutConnections,
  withoutNodes,
  withPositions,
} from '#shared/flow/edit-flow.ts';
import { flowSchema, type Flow } from '#shared/flow/flow.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';
import { afterEdits, anyFlowEdit, anySoundFlow, flowTrouble } from '../../../support/any-flow-edit.ts';

const flow = userGreeting();
const start = nodeNamed(flow, 'Start');
const prompt = nodeNamed(flow, 'User number');
const call = nodeNamed(flow, 'Get user');
const greeting = nodeNamed(flow, 'Greeting');
const apology = nodeNamed(flow, 'Apology');
const end = nodeNamed(flow, 'End');

/** The connections by name: `Get user success Greeting`. */
function led(of: Flow): readonly string[] {
  const name = (id: string) => of.nodes.find((node) => node.id === id)?.name ?? '?';
  return of.connections.map(({ from, to }) => `${name(from.node)} ${from.exit} ${name(to)}`);
}

describe('adding and removing nodes', () => {
  test('adds a node that nothing leads to yet', () => {
    const wait = newNode('message', storyId('nd', 'Wait'), { x: 5, y: 7 });
    const after = withNode(flow, wait);
    expect(after.nodes.at(-1)).toBe(wait);
    expect(after.connections).toBe(flow.connections);
  });

  test('removes nodes with every connection that touched them, and keeps the others', () => {
    const after = withoutNodes(flow, new Set([call.id, greeting.id]));
    expect(after.nodes.map((node) => node.name)).toEqual(['Start', 'User number', 'Apology', 'End']);
    expect(led(after)).toEqual([
      'Start next User number',
      'User number no-answer Apology',
      'Apology next End',
    ]);
  });

  test('unsets an error node that goes, and keeps one that stays', () => {
    const guarded: Flow = { ...flow, errorNode: apology.id };
    expect(withoutNodes(guarded, new Set([apology.id])).errorNode).toBeNull();
    expect(withoutNodes(guarded, new Set([greeting.id])).errorNode).toBe(apology.id);
  });

  test('gives the same flow back where none of the nodes is there, so that no step of undo is made', () => {
    expect(withoutNodes(flow, new Set([storyId('nd', 'elsewhere')]))).toBe(flow);
    expect(withoutNodes(flow, new Set())).toBe(flow);
  });
});

describe('the error node', () => {
  test('is a node that is made it, in place of the one before, until it is so no longer', () => {
    const first = withErrorNodeToggled(flow, apology.id);
    expect(first.errorNode).toBe(apology.id);
    const second = withErrorNodeToggled(first, end.id);
    expect(second).toEqual({ ...flow, errorNode: end.id });
    expect(withErrorNodeToggled(second, end.id)).toEqual({ ...flow, errorNode: null });
  });

  test('is none that a run cannot come to, so that no step of undo is made', () => {
    const note = newNode('note', storyId('nd', 'Note'), { x: 0, y: 0 });
    const noted = withNode(flow, note);
    for (const id of [start.id, note.id, storyId('nd', 'elsewhere')])
      expect(withErrorNodeToggled(noted, id)).toBe(noted);
  });
});

describe('moving nodes', () => {
  test('puts nodes at whole pixels', () => {
    const after = withPositions(flow, new Map([[call.id, { x: 10.4, y: -3.6 }]]));
    expect(nodeNamed(after, 'Get user').position).toEqual({ x: 10, y: -4 });
    expect(nodeNamed(after, 'Greeting')).toBe(greeting);
  });

  test('gives the same flow back where nothing moves by a pixel', () => {
    const { x, y } = call.position;
    expect(withPositions(flow, new Map([[call.id, { x: x + 0.3, y: y - 0.2 }]]))).toBe(flow);
    expect(withPositions(flow, new Map([[storyId('nd', 'elsewhere'), { x: 1, y: 1 }]]))).toBe(flow);
  });
});

describe('changing a node', () => {
  const withoutLimit = (node: FlowNode): FlowNode =>
    node.kind === 'prompt' ? { ...node, config: { ...node.config, limit: null } } : node;

  test('drops the connections of exits that the node has lost', () => {
    const after = withChangedNode(flow, prompt.id, withoutLimit);
    expect(led(after)).not.toContain('User number no-answer Apology');
    expect(led(after)).toContain('User number next Get user');
    expect(after.connections).toHaveLength(flow.connections.length - 1);
  });

  test('leaves a connection alone whose exit the node never had: a newer version may know it', () => {
    const odd: Flow = {
      ...flow,
      connections: [{ from: { node: prompt.id, exit: 'choice-1' }, to: end.id }, ...flow.connections],
    };
    expect(led(withChangedNode(odd, prompt.id, withoutLimit))).toContain('User number choice-1 End');
  });

  test('keeps connections as they are where the exits stay', () => {
    const after = withChangedNode(flow, call.id, (node) => ({ ...node, name: 'Fetch' }));
    expect(after.connections).toBe(flow.connections);
    expect(after.nodes.map((node) => node.name)).toContain('Fetch');
  });

  test('gives the same flow back where nothing changes or the node is gone', () => {
    expect(withChangedNode(flow, call.id, (node) => node)).toBe(flow);
    expect(withChangedNode(flow, storyId('nd', 'elsewhere'), () => call)).toBe(flow);
  });
});

describe('connecting', () => {
  test('leads an exit to another node in place of where it led before', () => {
    const after = withConnection(flow, { node: call.id, exit: 'error' }, end.id);
    expect(led(after)).toContain('Get user error End');
    expect(led(after)).not.toContain('Get user error Apology');
    expect(after.connections).toHaveLength(flow.connections.length);
  });

  test('gives the same flow back where the exit leads there already', () => {
    expect(withConnection(flow, { node: call.id, exit: 'error' }, apology.id)).toBe(flow);
  });

  test.each([
    ['into a Start', { node: greeting.id, exit: 'next' }, start.id],
    ['from an exit that the node does not have', { node: greeting.id, exit: 'success' }, end.id],
    ['from an End', { node: end.id, exit: 'next' }, greeting.id],
    ['from a node that is gone', { node: storyId('nd', 'elsewhere'), exit: 'next' }, end.id],
    ['to a node that is gone', { node: greeting.id, exit: 'next' }, storyId('nd', 'elsewhere')],
  ])('refuses a connection %s', (_words, from, to) => {
    expect(canConnect(flow, from, to)).toBe(false);
    expect(withConnection(flow, from, to)).toBe(flow);
  });

  test('lets a node lead to itself and several exits to one node', () => {
    const again = withConnection(flow, { node: prompt.id, exit: 'no-answer' }, prompt.id);
    expect(led(again)).toContain('User number no-answer User number');
    const both = withConnection(flow, { node: call.id, exit: 'success' }, apology.id);
    expect(led(both)).toEqual(expect.arrayContaining(['Get user success Apology', 'Get user error Apology']));
  });

  test('moves the end of a connection to another node, and its start to another exit', () => {
    const old = { node: call.id, exit: 'success' };
    expect(led(withMovedConnection(flow, old, old, end.id))).toContain('Get user success End');
    const after = withMovedConnection(flow, old, { node: call.id, exit: 'error' }, greeting.id);
    expect(led(after)).toContain('Get user error Greeting');
    expect(connectionOf(after, call.id, 'success')).toBeUndefined();
    expect(after.connections).toHaveLength(flow.connections.length - 1);
  });

  test('gives the same flow back where an end is put back, or where no connection may lead', () => {
    const old = { node: call.id, exit: 'success' };
    expect(withMovedConnection(flow, old, old, greeting.id)).toBe(flow);
    expect(withMovedConnection(flow, old, old, start.id)).toBe(flow);
    expect(withMovedConnection(flow, old, { node: end.id, exit: 'next' }, greeting.id)).toBe(flow);
  });

  test('finds where an exit leads', () => {
    expect(connectionOf(flow, call.id, 'success')?.to).toBe(greeting.id);
    expect(connectionOf(flow, call.id, '404')).toBeUndefined();
  });

  test('removes the connections of exits, and nothing where there are none', () => {
    const after = withoutConnections(flow, [
      { node: call.id, exit: 'success' },
      { node: start.id, exit: 'next' },
    ]);
    expect(led(after)).toHaveLength(flow.connections.length - 2);
    expect(connectionOf(after, call.id, 'success')).toBeUndefined();
    expect(withoutConnections(flow, [{ node: call.id, exit: '404' }])).toBe(flow);
  });
});

describe('any edits', () => {
  const edits = fc.array(anyFlowEdit, { maxLength: 12 });

  test('never leave a dangling connection, an exit with two connections or a way into a Start', () => {
    fc.assert(
      fc.property(anySoundFlow, edits, (sound, some) => {
        expect(flowTrouble(afterEdits(sound, some))).toBeNull();
      }),
    );
  });

  test('give a document that can be saved and read again unchanged', () => {
    fc.assert(
      fc.property(anySoundFlow, edits, (sound, some) => {
        const after = afterEdits(sound, some);
        expect(flowSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
      }),
    );
  });

  test('never change the flow they are made to', () => {
    fc.assert(
      fc.property(anySoundFlow, edits, (sound, some) => {
        const before = structuredClone(sound);
        afterEdits(sound, some);
        expect(sound).toEqual(before);
      }),
    );
  });
});

test('a told flow is sound, so that the properties above begin from the truth', () => {
  expect(flowTrouble(flow)).toBeNull();
  const broken = storyFlow({
    name: 'Broken',
    nodes: [['A', 'message', { text: '' }]],
    connections: [['A', 'success', 'A']],
  });
  expect(flowTrouble(broken)).toBe('A has no exit success');
});
