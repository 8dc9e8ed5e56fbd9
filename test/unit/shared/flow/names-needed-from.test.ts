// What a run from the middle of a flow has to be given: held against what such a run then misses.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { namesNeededFrom } from '#shared/flow/names-needed-from.ts';
import { nodeTexts } from '#shared/flow/node-texts.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

const shop = endpointSchema.parse({
  format: 'flowbench.endpoint',
  version: 1,
  id: storyId('ep', 'Shop'),
  name: 'Shop',
  baseUrl: 'https://{{region}}.shop.example',
});

const flow = storyFlow({
  name: 'Needed',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'city', default: 'Bern' }, { name: 'order' }] }],
    ['Ask', 'prompt', { text: 'Hello {{name}}', variable: 'number', limit: 1 }],
    [
      'Get',
      'api-call',
      { endpoint: shop.id, method: 'GET', path: '/{{order}}/{{number}}', responseVariable: 'reply' },
    ],
    ['Tell', 'message', { text: '{{reply.status}} in {{city}} {{@today}} {{host}}' }],
    ['Sorry', 'message', { text: '{{number}}' }],
    ['Apart', 'message', { text: '{{elsewhere}}' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'next', 'Get'],
    ['Ask', 'no-answer', 'Sorry'],
    ['Get', 'success', 'Tell'],
  ],
});

const neededFrom = (name: string) =>
  namesNeededFrom(flow, nodeNamed(flow, name).id, [shop], new Set(['host']));

describe('the names that a run from a node needs', () => {
  test.each([
    ['Tell', ['reply']],
    ['Get', ['order', 'number', 'region']],
    // The way over no-answer reads the number without an answer.
    ['Ask', ['name', 'order', 'region', 'number']],
    ['Sorry', ['number']],
    ['Apart', ['elsewhere']],
  ])('from %s', (name, names) => {
    expect(neededFrom(name)).toEqual(names);
  });

  test('are all that such a run misses', () => {
    fc.assert(
      fc.property(anyFlow, anyScript, fc.nat(7), (any, script, at) => {
        const node = any.nodes.filter(({ kind }) => kind !== 'start')[at];
        if (node === undefined) return;
        const needed = namesNeededFrom(any, node.id, [], new Set());
        const variables = Object.fromEntries(
          needed.map((name) => [name, { body: { name: 'x' }, status: 'x' }]),
        );
        const driven = driveRun(newProgram({ flow: any, environment: null }), {
          ...script,
          inputs: {},
          from: { nodeId: node.id, variables },
        });
        // Once each: a flow that goes round says the same thousands of times.
        const unset = new Set(
          ofTheOuterFlow(driven.events).flatMap((event) =>
            event.type === 'warned' && event.code === 'unknown-variable'
              ? [String(event.message.split(/[ .]/)[0])]
              : [],
          ),
        );
        const set = driven.events.flatMap((event) => (event.type === 'variable-set' ? [event.name] : []));
        const known = [...new Set([...needed, ...set])];
        // A default is rendered before anything is set; and a part may be missing from a value that is there.
        const inputs = any.nodes.flatMap((each) =>
          each.kind === 'start' ? each.config.inputs.map((input) => input.default ?? '').join(' ') : [],
        );
        // What an output reads is of the flow that was run.
        const outputs = any.nodes.flatMap((each) =>
          nodeTexts(each).flatMap(({ kind, text }) => (kind === 'inner' ? [text] : [])),
        );
        const others = [...inputs, ...outputs].join(' ');
        for (const name of unset) if (!others.includes(name)) expect(known).toContain(name);
      }),
      { numRuns: runs(200) },
    );
  });
});

/** What happened in the flow that was run, without the flows that it ran: each of those has variables of its own. */
function ofTheOuterFlow<Event extends { readonly type: string }>(events: readonly Event[]): readonly Event[] {
  let depth = 0;
  return events.filter((event) => {
    if (event.type === 'flow-left') depth -= 1;
    const isOuter = depth === 0;
    if (event.type === 'flow-entered') depth += 1;
    return isOuter;
  });
}
