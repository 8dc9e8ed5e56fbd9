// What the editors of templates are told of a place: names, the nearest first, with what their values look like.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { surroundingNames } from '#shared/environment/surrounding-names.ts';
import { flowNames } from '#shared/flow/flow-names.ts';
import { hasSameStructure, hasSameWays } from '#shared/flow/flow-structure.ts';
import { knownNames } from '#shared/flow/known-names.ts';
import { namesAtPlace } from '#shared/flow/names-here.ts';
import { nodeTexts, withNodeTexts } from '#shared/flow/node-texts.ts';
import { previewValues } from '#shared/flow/preview-values.ts';
import { withChangedNode, withConnection } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { exceptionVariable } from '#shared/response/response-variable.ts';
import { responseTally } from '#shared/response/response-tally.ts';
import { systemNames } from '#shared/template/system-names.ts';
import { tallyValues } from '#shared/value/tally-values.ts';
import { addedTallies, shapeOfTally } from '#shared/value/value-tally.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { anyFlow } from '../../../support/any-flow.ts';
import { runs } from '../../../support/runs.ts';

const flow = storyFlow({
  name: 'Known',
  nodes: [
    [
      'Start',
      'start',
      {
        inputs: [
          { name: 'city', default: 'Lisbon' },
          { name: 'limit', type: 'number', default: '{{city}}' },
          { name: 'basket', type: 'json', default: '[{"sku":"A"}]' },
          { name: 'coupon', required: false },
        ],
      },
    ],
    ['Ask', 'prompt', { text: '', variable: 'order', answerType: 'number', limit: 2 }],
    ['Get', 'api-call', { endpoint: null, method: 'GET', path: '', responseVariable: 'reply' }],
    ['Say', 'message', { text: '' }],
    ['Later', 'prompt', { text: '', variable: 'later' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'Get'],
    ['Ask', 'no-answer', 'Get'],
    ['Get', 'success', 'Say'],
    ['Say', 'next', 'Later'],
  ],
});

const known = (
  node: string,
  more: { environment?: Record<string, string>; secrets?: readonly string[]; above?: number } = {},
) => {
  const start = nodeNamed(flow, 'Start');
  const inputs = start.kind === 'start' ? start.config.inputs.slice(0, more.above ?? 0) : [];
  const place = { flow, names: flowNames(flow), nodeId: nodeNamed(flow, node).id, inputsAbove: inputs };
  const environment = more.environment ?? {};
  const secrets = new Set(more.secrets);
  const here = namesAtPlace(place, { values: new Set(Object.keys(environment)), secrets });
  const seen = new Map([['reply', tallyValues([{ status: 'success', body: { total: 5 } }])]]);
  return knownNames(place, here, seen, { environment, secrets });
};
const variables = (...given: Parameters<typeof known>) =>
  known(...given).filter(({ origin }) => origin === 'variable');

describe('the names that are known at a node', () => {
  test('are those that some way there sets, the nearest first', () => {
    expect(
      variables('Say').map(({ name, set, setBy }) => [name, set, setBy.map((each) => each.nodeName)]),
    ).toEqual([
      ['reply', 'always', ['Get']],
      ['order', 'perhaps', ['Ask']],
      ['city', 'always', ['Start']],
      ['limit', 'always', ['Start']],
      ['basket', 'always', ['Start']],
      ['coupon', 'perhaps', ['Start']],
    ]);
    expect(variables('Start')).toEqual([]);
  });

  test('have the inputs above in the default of an input', () => {
    expect(variables('Start', { above: 2 }).map(({ name }) => name)).toEqual(['city', 'limit']);
  });

  test('are followed by the environment and the system; a variable hides a value of its name', () => {
    const names = known('Say', { environment: { order: '7', region: 'eu' } });
    expect(names.find(({ name }) => name === 'order')).toMatchObject({ origin: 'variable', set: 'always' });
    expect(names.slice(6).map(({ name, origin }) => `${origin} ${name}`)).toEqual([
      'environment region',
      ...systemNames.map(({ name }) => `system ${name}`),
    ]);
    expect([...(names.find(({ name }) => name === '@env')?.shape?.keys.keys() ?? [])]).toEqual([
      'order',
      'region',
    ]);
    expect(names.find(({ name }) => name === '@flow')?.shape?.keys.get('name')?.sample).toBe('"Known"');
  });

  test('say what values look like: by their type, their default, and what runs stored', () => {
    const shape = (name: string) => variables('Say').find((each) => each.name === name)?.shape;
    expect(shape('city')).toMatchObject({ kinds: ['text'], sample: '"Lisbon"' });
    expect(shape('limit')).toMatchObject({ kinds: ['number'], sample: null, seen: 0 });
    expect(shape('order')).toMatchObject({ kinds: ['number'], seen: 0 });
    expect(shape('basket')?.items?.keys.get('sku')).toMatchObject({ sample: '"A"' });
    expect([...(shape('reply')?.keys.keys() ?? [])].slice(0, 5)).toEqual([
      'status',
      'status_code',
      'body',
      'headers',
      'timestamp',
    ]);
    expect(shape('reply')?.keys.get('body')?.keys.get('total')?.sample).toBe('5');
  });

  test('show secrets of the environment where they may be used, and nothing of their values', () => {
    const secret = (node: string) =>
      known(node, { secrets: ['token'] }).filter(({ name }) => name === 'token');
    expect(secret('Get')).toEqual([
      { name: 'token', origin: 'environment', set: 'always', setBy: [], shape: null, secret: true },
    ]);
    expect(secret('Say')).toEqual([]);
  });

  test('are all that is set, in any flow', () => {
    fc.assert(
      fc.property(anyFlow, (any) => {
        const names = flowNames(any);
        for (const { id } of any.nodes) {
          const place = { flow: any, names, nodeId: id };
          const here = namesAtPlace(place, { values: new Set(), secrets: new Set() });
          const told = knownNames(place, here, new Map(), { environment: {}, secrets: new Set() });
          const { always, perhaps } = names.at(id);
          for (const { name, origin, set } of told)
            if (origin === 'variable') expect(set === 'always' ? always : perhaps).toContain(name);
          expect(told.filter(({ origin }) => origin === 'variable')).toHaveLength(always.size + perhaps.size);
        }
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('outside of flows', () => {
  test('the environment and the system are known', () => {
    const names = surroundingNames({ environment: { host: 'localhost' }, secrets: new Set(), flow: null });
    expect(names.map(({ name }) => name)).toEqual(['host', ...systemNames.map(({ name }) => name)]);
    expect(names[0]?.shape).toMatchObject({ kinds: ['text'], sample: '"localhost"' });
    expect([...(names.find(({ name }) => name === '@run')?.shape?.keys.keys() ?? [])]).toEqual([
      'id',
      'started_at',
    ]);
  });
});

describe('a response variable before any call', () => {
  test('has its members, and raw only where the call keeps it', () => {
    const keys = (includeRaw: boolean) => responseTally({ includeRaw }).keys.map(([key]) => key);
    expect(keys(false)).not.toContain('raw');
    expect(keys(true)).toContain('raw');
  });

  test('has every member of a real one, of the same kind', () => {
    const real = exceptionVariable({
      code: 'endpoint-missing',
      timestamp: '2026-01-01T00:00:00.000Z',
      sentence: 'Gone.',
    });
    const declared = responseTally({ includeRaw: false });
    const added = addedTallies([declared, tallyValues([real])]);
    expect(added?.keys.map(([key]) => key)).toEqual(declared.keys.map(([key]) => key));
    const shape = added === null ? null : shapeOfTally(added);
    expect(shape?.keys.get('error_detail')?.keys.get('attempts')).toMatchObject({ kinds: ['number'] });
    expect(shape?.keys.get('parse_error')).toMatchObject({ seen: 0, of: 1 });
  });
});

describe('the structure of a flow', () => {
  test('stays the same while texts are typed and cards are moved', () => {
    fc.assert(
      fc.property(anyFlow, (any) => {
        for (const node of any.nodes.filter(({ kind }) => kind !== 'start' && kind !== 'set-variables')) {
          const typed = withChangedNode(any, node.id, (before) =>
            withNodeTexts({ ...before, position: { x: 1, y: 2 } }, (text, { kind, field }) =>
              // The label of a choice is what its exit is called.
              kind === 'template' && field !== 'Choices' ? `${text} {{other}}` : text,
            ),
          );
          expect(hasSameStructure(any, typed)).toBe(true);
        }
      }),
    );
  });

  test('is another where a change begins to store another kind of value, and else stays', () => {
    const flowWith = (value: string, enabled = true) =>
      storyFlow({
        name: 'One',
        nodes: [
          ['Change', 'set-variables', { changes: [{ variable: 'a', value, enabled }, { variable: 'b' }] }],
        ],
        connections: [],
      });
    const same = (one: Flow, other: Flow) =>
      hasSameStructure({ ...one, connections: other.connections }, other);
    expect(same(flowWith('Hello'), flowWith('Hello {{b}}'))).toBe(true);
    expect(same(flowWith('{{b}}'), flowWith('{{order.id}}'))).toBe(true);
    expect(same(flowWith('{{b}}'), flowWith('{{b}} '))).toBe(false);
    expect(same(flowWith('{{b}}'), flowWith('{{b}}', false))).toBe(false);
  });

  test.each<[string, (before: Flow) => Flow]>([
    [
      'a variable',
      (before) =>
        withChangedNode(before, id('Ask'), (node) =>
          withNodeTexts(node, (text, { kind }) => (kind === 'variable' ? 'other' : text)),
        ),
    ],
    [
      'a name of a node',
      (before) => withChangedNode(before, id('Say'), (node) => ({ ...node, name: 'Tell' })),
    ],
    [
      'a default',
      (before) => withChangedNode(before, id('Start'), (node) => withNodeTexts(node, (text) => `${text}1`)),
    ],
    [
      'a connection',
      (before) =>
        withConnection(
          before,
          { node: nodeNamed(before, 'Later').id, exit: 'next' },
          nodeNamed(before, 'Say').id,
        ),
    ],
    ['the error node', (before) => ({ ...before, errorNode: nodeNamed(before, 'Say').id })],
    ['a node less', (before) => ({ ...before, nodes: before.nodes.slice(1) })],
  ])('changes with %s', (_words, change) => {
    expect(hasSameStructure(flow, flow)).toBe(true);
    expect(hasSameStructure(flow, change(flow))).toBe(false);
  });

  test('has the same ways where only words change, and then the same names are set', () => {
    const renamedNode = withChangedNode(flow, id('Say'), (node) => ({ ...node, name: 'Tell' }));
    const otherDefault = withChangedNode(flow, id('Start'), (node) =>
      withNodeTexts(node, (text, { kind }) => (kind === 'template' ? `${text}!` : text)),
    );
    expect([hasSameWays(flow, renamedNode), hasSameWays(flow, otherDefault)]).toEqual([true, true]);
    const noDefault = withChangedNode(flow, id('Start'), (node) =>
      node.kind === 'start'
        ? {
            ...node,
            config: {
              inputs: node.config.inputs.map((input) => ({ ...input, required: false, default: null })),
            },
          }
        : node,
    );
    expect(hasSameWays(flow, noDefault)).toBe(false);
  });

  const id = (name: string) => nodeNamed(flow, name).id;
});

describe('the values of a preview', () => {
  test('are samples, else what the last run had, else defaults, else the environment', () => {
    const sources = {
      environment: { city: 'Porto', region: 'eu', order: '1', reply: 'none' },
      seen: { order: 2, reply: { status: 'success' } },
      samples: { order: '3', reply: '{ broken', nobody: '[1]' },
    };
    expect(previewValues(flow, sources)).toEqual({
      city: 'Lisbon',
      region: 'eu',
      basket: [{ sku: 'A' }],
      order: 3,
      reply: { status: 'success' },
      nobody: [1],
    });
  });

  test('leave out what cannot be a value', () => {
    expect(nodeTexts(nodeNamed(flow, 'Start')).some(({ text }) => text === '{{city}}')).toBe(true);
    expect(previewValues(flow, { environment: {}, seen: {}, samples: {} })).not.toHaveProperty('limit');
  });
});
