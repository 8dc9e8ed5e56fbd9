// A node put onto a connection: what could be come to before still can, and what cannot stand there changes nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionOf, withoutConnections } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import {
  canInsertExisting,
  canStandBetween,
  kindStandsBetween,
  mainExit,
  reachableFrom,
  withInserted,
} from '#shared/flow/insert-on-connection.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import { nodeKinds, type NodeKind } from '#shared/nodes/node.ts';
import { nodeNamed } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';
import { anySoundFlow, flowTrouble } from '../../../support/any-flow-edit.ts';

const flow = userGreeting();
const start = nodeNamed(flow, 'Start');
const prompt = nodeNamed(flow, 'User number');
const exit = { node: start.id, exit: 'next' };
const fresh = (kind: NodeKind) => newNode(kind, storyId('nd', `inserted ${kind}`), { x: 0, y: 0 });

/** A flow and one of its connections, by its place in the list. */
const anyLine = fc
  .tuple(anySoundFlow, fc.nat())
  .filter(([{ connections }]) => connections.length > 0)
  .map(([any, at]) => ({ any, line: any.connections[at % any.connections.length] }));

describe('a new node', () => {
  test('comes to stand between two: the exit leads to it, and its main exit on', () => {
    const node = fresh('api-call');
    const after = withInserted(flow, node, exit);
    expect(connectionOf(after, start.id, 'next')?.to).toBe(node.id);
    expect(connectionOf(after, node.id, 'success')?.to).toBe(prompt.id);
    expect(after.nodes).toHaveLength(flow.nodes.length + 1);
    expect(flowTrouble(after)).toBeNull();
  });

  test('leaves everything as reachable as it was, whatever the flow', () => {
    const between = nodeKinds.filter(kindStandsBetween);
    expect(between).toEqual(nodeKinds.filter((kind) => canStandBetween(fresh(kind))));
    expect(between).toEqual(expect.arrayContaining(['message', 'prompt', 'condition', 'api-call']));
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...between), ({ any, line }, kind) => {
        if (line === undefined) return;
        const node = fresh(kind);
        const after = withInserted(any, node, line.from);
        expect(flowTrouble(after)).toBeNull();
        expect(after.connections).toHaveLength(any.connections.length + 1);
        for (const { id } of any.nodes)
          expect(without(reachableFrom(after, id), node.id)).toEqual(sorted(any, id));
      }),
    );
  });

  test('that goes nowhere, or is not come to, is not put there, nor is one on an exit without a connection', () => {
    for (const kind of ['start', 'end', 'note'] as const) {
      expect(canStandBetween(fresh(kind))).toBe(false);
      expect(withInserted(flow, fresh(kind), exit)).toBe(flow);
    }
    const open = withoutConnections(flow, [exit]);
    expect(withInserted(open, fresh('message'), exit)).toBe(open);
  });
});

describe('a node of the flow', () => {
  test('can be put onto a connection only where that takes nothing apart', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), ({ any, line }, at) => {
        const node = any.nodes[at % any.nodes.length];
        if (line === undefined || node === undefined) return;
        const after = withInserted(any, node, line.from);
        if (!canInsertExisting(any, node.id, line.from)) {
          expect(after).toBe(any);
          return;
        }
        expect(flowTrouble(after)).toBeNull();
        expect(after.nodes).toBe(any.nodes);
        expect(after.connections).toHaveLength(any.connections.length + 1);
        for (const { from, to } of any.connections)
          if (from.node !== line.from.node || from.exit !== line.from.exit)
            expect(connectionOf(after, from.node, from.exit)?.to).toBe(to);
        expect(connectionOf(after, node.id, mainExit(node) ?? '')?.to).toBe(line.to);
      }),
    );
  });

  test('is not put onto its own connections', () => {
    expect(canInsertExisting(flow, start.id, exit)).toBe(false);
    expect(canInsertExisting(flow, prompt.id, exit)).toBe(false);
  });
});

function without(ids: ReadonlySet<string>, gone: string): readonly string[] {
  return [...ids].filter((id) => id !== gone).sort();
}

function sorted(any: Flow, id: string): readonly string[] {
  return [...reachableFrom(any, id)].sort();
}
