// Find is trusted to find: a text that is left out of the walk is as good as lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findInFlow, mostMatches } from '#shared/find/find-in-flow.ts';
import { flowFindTexts, withFlowFindTexts } from '#shared/find/flow-find-texts.ts';
import { emptyQuery, type FindQuery } from '#shared/find/text-finder.ts';
import { nodeTexts } from '#shared/flow/node-texts.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { anyFlow } from '../../../support/any-flow.ts';

const flow = storyFlow({
  name: 'Parcels',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'parcel_id', default: 'needle' }] }],
    [
      'Ask',
      'prompt',
      { text: 'Which needle?', answerType: 'text', variable: 'needle', textRules: { pattern: '^needle$' } },
    ],
    [
      'Get parcel',
      'api-call',
      {
        endpoint: null,
        method: 'GET',
        path: '/needle/{{parcel_id}}',
        query: [
          { name: 'a', value: 'b' },
          { name: 'q', value: 'needle', enabled: false },
        ],
        headers: [],
        body: { type: 'json', template: '{"needle": 1}' },
        responseVariable: 'parcel',
      },
    ],
    ['needle', 'note', { text: 'A needle in a note' }],
    [
      'Decide',
      'condition',
      {
        branches: [
          {
            id: 'br_aaaaaaaaaaaa',
            name: 'Is a needle',
            rules: [{ left: '{{needle}}', operator: 'text-is' }],
          },
        ],
      },
    ],
  ],
  connections: [],
});

const places = (query: Partial<FindQuery>) => {
  const found = findInFlow(flow, { ...emptyQuery, ...query });
  if (!found.ok) throw new Error(found.failure);
  const names = new Map<string, string>(flow.nodes.map(({ id, name }) => [id, name]));
  return found.value.matches.map(({ field, kind, nodeId, row, tab }) =>
    [names.get(nodeId ?? '') ?? 'flow', kind, tab, field, row && `${row.number} ${row.cell}`]
      .filter(Boolean)
      .join(' · '),
  );
};

describe('find in a flow', () => {
  test('looks through names, texts, paths, rows, bodies, variables, notes, branches and patterns', () => {
    expect(places({ text: 'NEEDLE' })).toEqual([
      'Start · template · Inputs · 1 Default',
      'Ask · template · Question',
      'Ask · variable · Variable',
      'Ask · pattern · Pattern',
      'Get parcel · template · request · Path',
      'Get parcel · template · request · Query · 2 Value',
      'Get parcel · template · body · Content',
      'needle · name · Name of the node',
      'needle · note · Text',
      'Decide · template · Is a needle, rule 1, value',
      'Decide · name · Name of branch 1',
    ]);
  });

  test('finds the name of the flow, and a method of looking that fits', () => {
    expect(places({ text: 'Parcels', matchCase: true })).toEqual(['flow · name · Name']);
    expect(places({ text: 'parcel', matchCase: true, wholeWord: true })).toEqual([
      'Get parcel · name · Name of the node',
      'Get parcel · variable · request · Response variable',
    ]);
  });

  test('ends where nobody would read on, and says so', () => {
    const long = storyFlow({
      name: 'Long',
      nodes: [['Say', 'message', { text: 'a '.repeat(3000) }]],
      connections: [],
    });
    const found = findInFlow(long, { ...emptyQuery, text: 'a ' });
    expect(found.ok && [found.value.matches.length, found.value.isCut]).toEqual([mostMatches, true]);
  });

  test('a pattern that cannot be read is told about', () => {
    expect(findInFlow(flow, { ...emptyQuery, text: '(', isPattern: true }).ok).toBe(false);
  });
});

describe('the walk through the texts of any flow', () => {
  test('meets every template and every variable, and leaves the flow as it is where nothing is changed', () => {
    fc.assert(
      fc.property(anyFlow, (any) => {
        const met = flowFindTexts(any).map(({ nodeId, field, text }) => `${String(nodeId)} ${field} ${text}`);
        const wanted = any.nodes.flatMap((node) =>
          nodeTexts(node).map(({ field, text }) => `${node.id} ${field} ${text}`),
        );
        expect(met).toEqual(expect.arrayContaining(wanted));
        expect(withFlowFindTexts(any, (text) => text)).toBe(any);
      }),
    );
  });

  test('takes changes to where the texts were', () => {
    fc.assert(
      fc.property(anyFlow, (any) => {
        const after = withFlowFindTexts(any, (text) => `${text}!`);
        expect(flowFindTexts(after).map(({ text }) => text)).toEqual(
          flowFindTexts(any).map(({ text }) => `${text}!`),
        );
      }),
    );
  });

  test('leaves a name that would be empty', () => {
    expect(withFlowFindTexts(flow, () => '').nodes.map(({ name }) => name)).toEqual(
      flow.nodes.map(({ name }) => name),
    );
  });
});
