// A note is on the canvas and nowhere else: not on the way of a run, and not where names are looked for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canConnect } from '#shared/flow/edit-flow.ts';
import { flowOrder } from '#shared/flow/flow-order.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeTexts } from '#shared/flow/node-texts.ts';
import { variableUses } from '#shared/flow/variable-uses.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { fittingNoteSize, noteNodeSchema, noteTitle } from '#shared/nodes/note-node.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { driveRun, told } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

const noted = (text: string): Flow =>
  storyFlow({
    name: 'Noted',
    nodes: [
      ['Note', 'note', { text }],
      ['Start', 'start', {}],
      ['Say', 'message', { text: 'Hello' }],
      ['Alone', 'message', { text: '' }],
    ],
    connections: [['Start', 'next', 'Say']],
  });

describe('a note', () => {
  test('cannot be connected to, and has no exits', () => {
    const flow = noted('');
    const [note, say] = [nodeNamed(flow, 'Note').id, nodeNamed(flow, 'Say').id];
    expect(canConnect(flow, { node: say, exit: 'next' }, note)).toBe(false);
    expect(canConnect(flow, { node: note, exit: 'next' }, say)).toBe(false);
  });

  test('comes last in the order of a flow', () => {
    expect(flowOrder(noted('')).map(({ node }) => node.name)).toEqual(['Start', 'Say', 'Alone', 'Note']);
  });

  test('is passed by, also where a file leads there', () => {
    const flow = noted('');
    const [note, say] = [nodeNamed(flow, 'Note').id, nodeNamed(flow, 'Say').id];
    const led = {
      ...flow,
      errorNode: note,
      connections: [...flow.connections, { from: { node: say, exit: 'next' }, to: note }],
    };
    expect(told(driveRun(newProgram({ flow: led, environment: null })).events).at(-1)).toBe(
      'run-ended ended',
    );
  });

  test('reads nothing, whatever stands in it', () => {
    const flow = noted('{{order}} {{');
    expect(nodeTexts(nodeNamed(flow, 'Note'))).toEqual([]);
    expect(variableUses(flow.nodes)).toEqual([]);
  });

  test.each([
    ['', 'Note'],
    ['\n  \n', 'Note'],
    ['\n  Ask the shop  \nand more', 'Ask the shop'],
  ])('with %j is called %j', (text, title) => {
    const note = nodeNamed(noted(text), 'Note');
    expect(note.kind === 'note' && noteTitle(note)).toBe(title);
  });

  test('has a size that its schema takes, whatever was wanted', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (width, height) => {
        const note = nodeNamed(noted(''), 'Note');
        const config = { text: '', ...fittingNoteSize({ width, height }) };
        expect(noteNodeSchema.safeParse({ ...note, config }).success).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});
