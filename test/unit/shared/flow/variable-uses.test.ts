// Where a variable is set and read: a place that is left out is one that a rename breaks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesRead } from '#shared/flow/names-read.ts';
import { fieldAndRow, nodeTexts, withNodeTexts } from '#shared/flow/node-texts.ts';
import { callTemplateTexts } from '#shared/flow/template-texts.ts';
import { usesOfVariable, variableUses, type VariableUse } from '#shared/flow/variable-uses.ts';
import { variablesSet } from '#shared/flow/variables-set.ts';
import type { RequestBody } from '#shared/request/request-body.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { userGreeting } from '../../../stories/user-greeting.ts';
import { anyFlow } from '../../../support/any-flow.ts';

const flowWith = (body: RequestBody) =>
  storyFlow({
    name: 'Uses',
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'city', default: '{{region}} {{@now}}' }] }],
      ['Ask', 'prompt', { text: 'Day in {{city}}?', variable: 'day', retryText: '{{city}}: a number' }],
      [
        'Weather',
        'api-call',
        {
          endpoint: null,
          method: 'POST',
          path: '/weather/{{city}}',
          query: [
            { name: 'day', value: '{{day}}' },
            { name: '{{city}}', value: '', enabled: false },
          ],
          headers: [{ name: 'X-Day', value: '{{day}}' }],
          body,
          responseVariable: 'weather',
        },
      ],
      ['Say', 'message', { text: '{{#each weather.body.hours}}{{temperature}} in {{../city}}{{/each}}' }],
      ['End', 'end', { result: '{{weather.status' }],
    ],
    connections: [],
  });

const told = ({ nodeName, does, field, tab, row, off, path, text, start, end }: VariableUse) =>
  [
    `${nodeName} ${does} ${path.join('.')} in`,
    ...(tab === null ? [] : [`${tab}:`]),
    field,
    ...(row === null ? [] : [`${String(row.number)} ${row.cell}`]),
    ...(off ? ['(off)'] : []),
    `as ${text.slice(start, end)}`,
  ].join(' ');

describe('the uses of variables', () => {
  test('are told with node, field and row, and with what is written there', () => {
    expect(variableUses(flowWith({ type: 'json', template: '{ "day": {{day}} }' }).nodes).map(told)).toEqual([
      'Start sets city in Inputs 1 Name as city',
      'Start reads region in Inputs 1 Default as region',
      'Ask reads city in Question as city',
      'Ask sets day in Variable as day',
      'Ask reads city in When the answer does not fit as city',
      'Weather reads city in request: Path as city',
      'Weather reads day in request: Query 1 Value as day',
      'Weather reads city in request: Query 2 Name (off) as city',
      'Weather reads day in request: Headers 1 Value as day',
      'Weather sets weather in request: Response variable as weather',
      'Weather reads day in body: Content as day',
      'Say reads weather.body.hours in Text as weather.body.hours',
      'Say reads city in Text as ../city',
      'End reads weather.status in Result as weather.status',
    ]);
  });

  test.each<[string, RequestBody, readonly string[]]>([
    ['text', { type: 'text', template: '{{day}}' }, ['Content']],
    [
      'a custom type',
      { type: 'custom', contentType: '{{day}}', template: '{{day}}' },
      ['Content type', 'Content'],
    ],
    [
      'a form',
      { type: 'form-urlencoded', rows: [{ name: '{{day}}', value: '{{day}}', enabled: false }] },
      ['Form 1 Name', 'Form 1 Value'],
    ],
    [
      'parts',
      {
        type: 'multipart',
        rows: [
          { name: '{{day}}', value: '{{day}}', enabled: true },
          { name: '{{day}}', file: 'files/{{day}}', enabled: true },
          { name: 'a', file: 'a', fileName: '{{day}}', contentType: '{{day}}', enabled: true },
        ],
      },
      ['Parts 1 Name', 'Parts 1 Value', 'Parts 2 Name', 'Parts 3 File name', 'Parts 3 Content type'],
    ],
    ['a file', { type: 'binary', file: 'files/{{day}}', contentType: '{{day}}' }, ['Content type']],
    ['a file of no type', { type: 'binary', file: 'files/{{day}}' }, []],
    ['GraphQL', { type: 'graphql', query: '{{day}}', variables: '{{day}}' }, ['Query', 'Variables']],
    ['nothing', { type: 'none' }, []],
  ])('in the body are found in %s', (_words, body, places) => {
    const found = usesOfVariable(flowWith(body).nodes, 'day').filter(({ tab }) => tab === 'body');
    const words = found.map(({ field, row }) =>
      row === null ? field : `${field} ${String(row.number)} ${row.cell}`,
    );
    expect(words).toEqual(places);
  });

  test('tell of changes what sets, unsets and reads, also of those that are off', () => {
    const { nodes } = storyFlow({
      name: 'Changes',
      nodes: [
        [
          'Bill',
          'set-variables',
          {
            changes: [
              { variable: 'total', action: 'increment', value: '{{price}}' },
              { variable: 'items', action: 'append', value: '{{total}}', enabled: false },
              { variable: 'total', action: 'unset', value: '{{left_over}}' },
              { variable: 'no name', action: 'assign' },
            ],
          },
        ],
      ],
      connections: [],
    });
    expect(
      variableUses(nodes).map(
        (use) => `${use.does} ${use.name} in ${fieldAndRow(use)}${use.off ? ' (off)' : ''}`,
      ),
    ).toEqual([
      'sets total in Changes, row 1',
      'reads price in Changes, row 1',
      'sets items in Changes, row 2 (off)',
      'reads total in Changes, row 2 (off)',
      'unsets total in Changes, row 3',
    ]);
  });

  test('hold what is set and what is sent, whatever the flow', () => {
    fc.assert(
      fc.property(anyFlow, ({ nodes }) => {
        const uses = variableUses(nodes);
        expect(
          uses
            .filter(({ does, off }) => does === 'sets' && !off)
            .map(({ name, nodeId }) => ({ name, nodeId })),
        ).toEqual(variablesSet(nodes));
        for (const node of nodes.filter((each) => each.kind === 'api-call')) {
          const read = new Set(usesOf(uses, node.id).map(({ name }) => name));
          for (const name of namesRead(callTemplateTexts(node.config))) expect(read).toContain(name);
        }
      }),
    );
  });
});

const usesOf = (uses: readonly VariableUse[], nodeId: string) => uses.filter((use) => use.nodeId === nodeId);

describe('the texts of a node', () => {
  test('can be changed at their places, and nothing else changes', () => {
    fc.assert(
      fc.property(anyFlow, ({ nodes }) => {
        for (const node of nodes) {
          expect(withNodeTexts(node, (text) => text)).toBe(node);
          const after = withNodeTexts(node, (text) => `${text}!`);
          expect(nodeTexts(after).map(({ text }) => text)).toEqual(
            nodeTexts(node).map(({ text }) => `${text}!`),
          );
          expect(withNodeTexts(after, (text) => text.slice(0, -1))).toEqual(node);
        }
      }),
    );
  });

  test('are those that a story has', () => {
    expect(
      userGreeting().nodes.flatMap((node) => nodeTexts(node).map(({ field }) => `${node.name}: ${field}`)),
    ).toEqual([
      'User number: Question',
      'User number: Variable',
      'User number: When the answer does not fit',
      'Get user: Path',
      'Get user: Response variable',
      'Greeting: Text',
      'Apology: Text',
      'End: Result',
    ]);
  });
});
