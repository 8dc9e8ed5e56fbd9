// A rename reaches every place where a variable is set or read, and changes nothing else: a run does the same after it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import { nodeTexts } from '#shared/flow/node-texts.ts';
import { renameVariable } from '#shared/flow/rename-variable.ts';
import { variableUses } from '#shared/flow/variable-uses.ts';
import { variablesSet } from '#shared/flow/variables-set.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

const says = (...texts: readonly string[]) =>
  storyFlow({
    name: 'Renamed',
    nodes: [
      ['Start', 'start', { inputs: [{ name: 'city', default: '{{order}}' }] }],
      ['Ask', 'prompt', { text: '{{order}}?', variable: 'order', retryText: '{{upper order}}' }],
      [
        'Get',
        'api-call',
        {
          endpoint: null,
          method: 'POST',
          path: '/{{order}}',
          query: [{ name: '{{order}}', value: '{{order.id}}', enabled: false }],
          headers: [{ name: 'X', value: '{{default order 1}}' }],
          body: { type: 'json', template: '{"a":{{order}}}' },
          responseVariable: 'reply',
        },
      ],
      ...texts.map((text, at) => [`Say ${String(at)}`, 'message', { text }] as const),
      ['End', 'end', { result: '{{order}}' }],
      [
        'Set',
        'set-variables',
        {
          changes: [
            { variable: 'order', value: '{{order}}', enabled: false },
            { variable: 'order', action: 'append', value: '{{order}}' },
            { variable: 'order', action: 'unset' },
          ],
        },
      ],
    ],
    connections: [],
  });

function renamed(flow: Flow, from: string, to: string): Flow {
  const outcome = renameVariable(flow, from, to);
  if (!outcome.ok) throw new Error(outcome.failure);
  return outcome.value;
}

const trouble = (
  flow: Flow,
  from: string,
  to: string,
  ...around: [] | [Parameters<typeof renameVariable>[3]]
) => {
  const outcome = renameVariable(flow, from, to, ...around);
  return outcome.ok ? null : outcome.failure;
};

describe('a rename', () => {
  test('reaches every place of every node', () => {
    const after = renamed(says('{{order}}'), 'order', 'purchase');
    expect(JSON.stringify(after)).not.toContain('order');
    expect(variableUses(after.nodes).filter(({ name }) => name === 'purchase')).toHaveLength(16);
    expect(renamed(after, 'purchase', 'order')).toEqual(says('{{order}}'));
  });

  test('leaves alone nodes that do not have the name, so that only what changed is new', () => {
    const flow = says('Hello');
    const after = renamed(flow, 'order', 'purchase');
    expect(after.nodes[3]).toBe(flow.nodes[3]);
    expect(after.nodes[1]).not.toBe(flow.nodes[1]);
  });

  test.each([
    ['{{order.order.0}} order {{@env.order}}', '{{sale.order.0}} order {{@env.order}}'],
    [
      '{{[order].id}} {{"order"}} {{@root.order}} {{this.order}}',
      '{{[sale].id}} {{"sale"}} {{@root.sale}} {{this.sale}}',
    ],
    [
      '{{#each list as |order|}}{{order}}{{@root.order}}{{/each}}{{order}}',
      '{{#each list as |order|}}{{order}}{{@root.sale}}{{/each}}{{sale}}',
    ],
    [
      '{{#each order.lines}}{{order}}{{../order}}{{/each}}',
      '{{#each sale.lines}}{{order}}{{../sale}}{{/each}}',
    ],
    [
      '{{#if order}}{{else if (eq order.a "order")}}{{/if}}',
      '{{#if sale}}{{else if (eq sale.a "order")}}{{/if}}',
    ],
    ['{{#if order}}{{order', '{{#if sale}}{{sale'],
    ['{{! order }}\\{{order}} {{upper order=1}}', '{{! order }}\\{{order}} {{upper order=1}}'],
  ])('writes %j as %j, and back', (before, after) => {
    const flow = says(before);
    const done = renamed(flow, 'order', 'sale');
    expect(done.nodes[3]).toMatchObject({ config: { text: after } });
    expect(renamed(done, 'sale', 'order')).toEqual(flow);
  });

  test.each([
    [
      'order',
      'not a name',
      'A name is letters, digits and _, begins with a letter or _, and is no word such as this or true.',
    ],
    [
      'order',
      'this',
      'A name is letters, digits and _, begins with a letter or _, and is no word such as this or true.',
    ],
    ['order', 'order', 'It is called order already.'],
    ['nobody', 'sale', 'No node of this flow sets nobody.'],
    ['order', 'reply', '"Get" sets reply already; two variables of one name would become one.'],
    ['order', 'other', '"Say 0" reads other already; two variables of one name would become one.'],
    ['order', 'else', '"Start" has a template in which else would not be read as a variable.'],
    ['reply', 'undefined', '"Say 0" has a template in which undefined would not be read as a variable.'],
  ])('of %s to %s is refused', (from, to, sentence) => {
    expect(trouble(says('{{other}}{{upper reply}}'), from, to)).toBe(sentence);
  });

  test('is not hidden by the items of blocks, for they hide no name that is read from the top', () => {
    const flow = says('{{#with reply as |item|}}{{@root.order}}{{../order}}{{item}}{{order}}{{/with}}');
    expect(renamed(flow, 'order', 'item').nodes[3]).toMatchObject({
      config: { text: '{{#with reply as |item|}}{{@root.item}}{{../item}}{{item}}{{order}}{{/with}}' },
    });
  });

  test('is refused where the flow runs itself and asks for the new name, which nothing has yet', () => {
    const again = storyFlow({
      name: 'Again',
      nodes: [
        ['Start', 'start', {}],
        ['Ask', 'prompt', { text: '', variable: 'order' }],
        ['Itself', 'sub-flow', { flow: storyId('fl', 'Again'), inputs: [{ name: 'sale', value: '1' }] }],
      ],
      connections: [],
    });
    expect(trouble(again, 'order', 'sale')).toBe(
      '"Itself" asks for sale already; two variables of one name would become one.',
    );
    expect(trouble(again, 'order', 'purchase')).toBeNull();
  });

  test('knows what lies around the flow', () => {
    const around = { environmentNames: new Set(['region']), endpointReads: new Map([['order', 'Shop API']]) };
    expect(trouble(says(), 'order', 'region', around)).toBe(
      'The active environment has a value region already, and the variable would hide it.',
    );
    expect(trouble(says(), 'order', 'sale', around)).toBe(
      'The API endpoint Shop API reads order, and a rename does not reach it: change it there first.',
    );
    expect(trouble(says(), 'reply', 'answer', around)).toBeNull();
  });
});

describe('in any flow a rename', () => {
  const anyRename = anyFlow.chain((flow) => {
    const names = [...new Set(variablesSet(flow.nodes).map(({ name }) => name))];
    return fc.record({
      flow: fc.constant(flow),
      from: names.length === 0 ? fc.constant('none') : fc.constantFrom(...names),
      to: fc.constantFrom('renamed', 'constructor', 'else', 'undefined', 'nobody', 'answer'),
    });
  });

  test('and back gives the same flow, and no text but names is touched', () => {
    fc.assert(
      fc.property(anyRename, ({ flow, from, to }) => {
        const outcome = renameVariable(flow, from, to);
        if (!outcome.ok) return;
        expect(renamed(outcome.value, to, from)).toEqual(flow);
        const before = flow.nodes.flatMap((node) => nodeTexts(node));
        const after = outcome.value.nodes.flatMap((node) => nodeTexts(node));
        for (const [at, { text, kind }] of before.entries())
          if (kind === 'variable' && text !== from) expect(after[at]?.text).toBe(text);
      }),
      { numRuns: runs(200) },
    );
  });

  test('changes nothing of what a run does', () => {
    fc.assert(
      fc.property(anyRename, anyScript, ({ flow, from, to }, script) => {
        const outcome = renameVariable(flow, from, to);
        if (!outcome.ok) return;
        // What is given under the new name nothing took before.
        const given = Object.entries(script.inputs ?? {}).filter(([name]) => name !== to);
        const renamedInputs = given.map(([name, value]) => [name === from ? to : name, value] as const);
        const program = (each: Flow) => newProgram({ flow: withoutReasons(each), environment: null });
        const before = driveRun(program(flow), { ...script, inputs: Object.fromEntries(given) });
        const after = driveRun(program(outcome.value), {
          ...script,
          inputs: Object.fromEntries(renamedInputs),
        });
        expect(after.events.map((event) => withoutWords(event))).toEqual(
          before.events.map((event) => withoutWords(event, from, to)),
        );
      }),
      { numRuns: runs(100) },
    );
  });
});

/** An event without the sentences that speak of variables by name, and with a variable called otherwise. */
function withoutWords(event: EventDraft, from = '', to = ''): unknown {
  if (event.type === 'variable-set') return { ...event, name: event.name === from ? to : event.name };
  const hasWords = event.type === 'warned' || event.type === 'flow-left' || event.type === 'run-ended';
  return hasWords ? { ...event, message: null } : event;
}

/** A flow that keeps no sentences in variables, for they speak of variables by name. */
function withoutReasons(flow: Flow): Flow {
  const nodes = flow.nodes.map((node) =>
    node.kind === 'sub-flow' ? { ...node, config: { ...node.config, reasonVariable: '' } } : node,
  );
  return { ...flow, nodes };
}
