// A rename of a flow's variable reaches its scenarios: they give and expect the same as before, under the new name.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import { renameVariable } from '#shared/flow/rename-variable.ts';
import { variablesSet } from '#shared/flow/variables-set.ts';
import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import { readInputs } from '#shared/interpreter/given-inputs.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { boundScenario } from '#shared/scenario/bound-scenario.ts';
import { rowsOfScenario } from '#shared/scenario/data-rows.ts';
import { judgeRun } from '#shared/scenario/judge-run.ts';
import { renameInScenarios } from '#shared/scenario/rename-in-scenarios.ts';
import { inputNames, scenarioVariableUses } from '#shared/scenario/scenario-variable-uses.ts';
import { type Scenario, scenarioSchema } from '#shared/scenario/scenario.ts';
import { previewValue } from '#electron/runs/preview-value.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { anyFlow, anyScript } from '../../../support/any-flow.ts';
import { driveRun, type Script } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

const flow = storyFlow({
  name: 'Orders',
  nodes: [
    ['Start', 'start', { inputs: [{ name: 'city' }, { name: 'order' }] }],
    ['Ask', 'prompt', { text: '', variable: 'answer' }],
  ],
  connections: [],
});
const scenarioOf = (of: Flow, more: object): Scenario =>
  scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', JSON.stringify(more)),
    name: 'Tested',
    flow: of.id,
    ...more,
  });
const expects = (path: string, value: object = {}) => ({ type: 'variable', path, value });

function renamed(scenario: Scenario, from: string, to: string, of = flow): Scenario {
  const outcome = renameInScenarios([scenario], of, from, to);
  if (!outcome.ok) throw new Error(outcome.failure);
  return outcome.value[0] ?? scenario;
}

const trouble = (more: object, from: string, to: string) => {
  const outcome = renameInScenarios([scenarioOf(flow, more)], flow, from, to);
  return outcome.ok ? null : outcome.failure;
};

describe('a rename in the scenarios of a flow', () => {
  test('reaches what is given to an input, in texts and in data, and what takes a value from that column', () => {
    const before = scenarioOf(flow, {
      inputs: [{ name: 'order', value: 'order' }],
      answers: [
        { column: 'order', text: 'order' },
        { when: { is: 'equal', column: 'order' }, text: '' },
      ],
      expect: [
        { type: 'message', text: { column: 'order' } },
        { type: 'message', text: { text: 'order' } },
      ],
      data: { columns: ['city', 'order'], rows: [['order', '1']] },
    });
    expect(renamed(before, 'order', 'purchase')).toEqual({
      ...before,
      inputs: [{ name: 'purchase', value: 'order' }],
      answers: [
        { column: 'purchase', text: 'order' },
        { when: { is: 'equal', column: 'purchase' }, text: '' },
      ],
      expect: [
        { type: 'message', text: { is: 'equal', column: 'purchase' }, absent: false },
        { type: 'message', text: { is: 'equal', text: 'order' }, absent: false },
      ],
      data: { columns: ['city', 'purchase'], rows: [['order', '1']] },
    });
  });

  test.each([
    ['order', 'purchase'],
    ['order.body.order', 'purchase.body.order'],
    ['[order].body', '[purchase].body'],
    [' order.items.0', ' purchase.items.0'],
    ['orders.order', 'orders.order'],
    ['order..', 'order..'],
    ['', ''],
  ])('writes the expected path %j as %j, and back', (path, after) => {
    const before = scenarioOf(flow, { expect: [expects(path)] });
    const done = renamed(before, 'order', 'purchase');
    expect(done.expect).toMatchObject([{ path: after }]);
    expect(renamed(done, 'purchase', 'order')).toEqual(before);
  });

  test('leaves alone what has the name by chance: other flows, columns of its own, texts that go nowhere', () => {
    const chance = { inputs: [{ name: 'answer', value: '1' }], data: { columns: ['answer'], rows: [] } };
    const other = scenarioSchema.parse({ ...scenarioOf(flow, {}), flow: storyId('fl', 'Other'), ...chance });
    expect(renameInScenarios([scenarioOf(flow, chance), other], flow, 'answer', 'reply')).toEqual({
      ok: true,
      value: [],
    });
    expect(scenarioVariableUses([scenarioOf(flow, chance), other], flow)).toEqual([]);
  });

  test.each<[more: object, from: string, sentence: string | null]>([
    [
      { inputs: [{ name: 'sale', value: '' }] },
      'order',
      'The scenario "Tested" gives sale a text already; two variables of one name would become one.',
    ],
    [
      { data: { columns: ['sale'], rows: [] } },
      'order',
      'The scenario "Tested" gives sale a text already; two variables of one name would become one.',
    ],
    [
      { expect: [expects('sale.id', { is: 'missing' })] },
      'order',
      'The scenario "Tested" expects something of sale already; two variables of one name would become one.',
    ],
    [
      { answers: [{ column: 'sale' }], data: { columns: ['order'], rows: [] } },
      'order',
      'The scenario "Tested" takes values from a column sale already; two variables of one name would become one.',
    ],
    [{ answers: [{ column: 'sale' }] }, 'order', null],
    [{ inputs: [{ name: 'sale', value: '' }], data: { columns: ['sale'], rows: [] } }, 'answer', null],
  ])(
    'of what has the new name already, %j, is refused where it would mean something else',
    (more, from, sentence) => {
      expect(trouble(more, from, 'sale')).toBe(sentence);
    },
  );

  test('knows where the scenario names what', () => {
    const scenario = scenarioOf(flow, {
      inputs: [{ name: 'order', value: '1' }],
      expect: [{ type: 'calls', count: 0 }, expects('order.id')],
      data: { columns: ['x', 'order'], rows: [] },
    });
    const uses = scenarioVariableUses([scenario], flow);
    expect(uses.map(({ does, name, place, text }) => [name, does, text, place.field, place.row])).toEqual([
      ['order', 'gives', 'order', 'Input order', null],
      ['order', 'expects', 'order.id', 'Expectations', { number: 2, cell: 'Variable, or a part of it' }],
      ['order', 'gives', 'order', 'Name of column 2', null],
    ]);
  });
});

describe('of any flow and any scenario of it a rename', () => {
  const names = ['answer', 'reply', 'other', 'renamed', 'nobody'];
  const anyName = fc.constantFrom(...names);
  const anyMatcher = fc.record(
    { is: fc.constantFrom('equal', 'present', 'missing'), column: anyName },
    { requiredKeys: ['is'] },
  );
  const anyExpectation = fc.record({
    type: fc.constant('variable'),
    path: fc.tuple(anyName, fc.constantFrom('', '.status', '.body.name')).map((parts) => parts.join('')),
    value: anyMatcher,
  });
  const anyTested = anyFlow.chain((of) => {
    const set = [...new Set(variablesSet(of.nodes).map(({ name }) => name))];
    return fc.record({
      of: fc.constant(of),
      from: set.length === 0 ? fc.constant('none') : fc.constantFrom(...set),
      scenario: fc
        .record({
          inputs: fc.array(fc.record({ name: anyName, value: fc.constantFrom('7', 'yes') }), {
            maxLength: 3,
          }),
          data: fc.record({
            columns: fc.uniqueArray(anyName, { maxLength: 4 }),
            rows: fc.constant([['7', '8', 'yes', 'no']]),
          }),
          expect: fc.array(anyExpectation, { minLength: 1, maxLength: 4 }),
        })
        .map((more) => scenarioOf(of, more)),
    });
  });

  test('and back gives the same scenario, and its run begins and is judged as before', () => {
    let [changed, passed] = [0, 0];
    fc.assert(
      fc.property(anyTested, anyScript, ({ from, of, scenario }, script) => {
        const after = renameVariable(of, from, 'renamed');
        const tests = after.ok ? renameInScenarios([scenario], of, from, 'renamed') : after;
        if (!after.ok || !tests.ok) return;
        const test = tests.value[0] ?? scenario;
        if (test !== scenario) changed += 1;
        expect(renamed(test, 'renamed', from, after.value)).toEqual(scenario);
        const before = judged(of, scenario, script);
        passed += (before ?? []).filter(Boolean).length;
        expect(judged(after.value, test, script)).toEqual(before);
      }),
      { numRuns: runs(300) },
    );
    expect(changed, 'scenarios that were changed').toBeGreaterThan(10);
    expect(passed, 'expectations that were met').toBeGreaterThan(10);
  });
});

/** Which expectations a run meets that begins as the first row of a scenario says; `null` where it cannot begin. */
function judged(of: Flow, scenario: Scenario, script: Script): readonly boolean[] | null {
  const bound = boundScenario(scenario, rowsOfScenario(scenario)[0] ?? {}, [...inputNames(of)]);
  if (!bound.ok) return null;
  const given = Object.fromEntries(bound.value.inputs.map(({ name, value }) => [name, value]));
  const inputs = readInputs(of, given);
  if (!inputs.ok) return null;
  const { events } = driveRun(newProgram({ flow: of, environment: null }), {
    ...script,
    inputs: inputs.value,
  });
  const results = judgeRun(bound.value, events.flatMap(variableEvent), () => '');
  return results.filter(({ at }) => at !== null).map(({ passed }) => passed);
}

const unscrubbed = { scrub: (text: string) => text };

function variableEvent(draft: EventDraft, seq: number): readonly RunEvent[] {
  const stamp = { v: 1, runId: storyId('rn', 'Any'), seq, at: '2026-03-12T12:00:00.000Z' } as const;
  if (draft.type === 'variable-set')
    return [{ ...stamp, ...draft, value: previewValue(draft.value, unscrubbed) }];
  if (draft.type === 'flow-left') return [{ ...stamp, ...draft, result: null }];
  return draft.type === 'flow-entered' ? [{ ...stamp, ...draft }] : [];
}
