// The result that the inspector shows below a change: what a run makes with the same values, or nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { previewChanges } from '#shared/flow/preview-changes.ts';
import { newProgram } from '#shared/interpreter/program.ts';
import type { VariableChange } from '#shared/nodes/set-variables-node.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { writeJson } from '#shared/value/write-json.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { driveRun } from '../../../support/drive-run.ts';
import { runs } from '../../../support/runs.ts';

const now = '2026-03-12T12:00:00.000Z';
const change = (
  variable: string,
  action: VariableChange['action'],
  value = '',
  enabled = true,
): VariableChange => ({
  variable,
  action,
  value,
  enabled,
});
const shown = (changes: readonly VariableChange[], values: ValueObject) =>
  previewChanges(changes, values, now).map((each) =>
    each === null ? null : each.kind === 'value' ? each.json : each.message,
  );

describe('the preview of changes', () => {
  test('goes from change to change', () => {
    const changes = [
      change('total', 'increment', '{{price}}'),
      change('items', 'append', '{{total}}'),
      change('text', 'assign', 'It is {{total}}'),
      change('total', 'unset'),
      change('again', 'assign', '{{total}}'),
      change('off', 'assign', 'x', false),
    ];
    expect(shown(changes, { total: 1, price: 2 })).toEqual(['3', '[3]', '"It is 3"', null, null, null]);
  });

  test('says why a run would end, and nothing of what comes after', () => {
    const changes = [change('name', 'increment'), change('after', 'assign', 'x')];
    expect(shown(changes, { name: 'Ada' })).toEqual([
      'name holds text, and only a number can be incremented.',
      null,
    ]);
  });

  test('shows nothing of what has no value yet', () => {
    const changes = [
      change('a', 'assign', '{{nobody}}'),
      change('b', 'assign', '{{a}}'),
      change('c', 'assign', 'x'),
    ];
    expect(shown(changes, {})).toEqual([null, null, '"x"']);
  });

  test('is what a run makes', () => {
    const anyChange = fc.record({
      variable: fc.constantFrom('a', 'b', 'c'),
      action: fc.constantFrom('assign' as const, 'append' as const, 'increment' as const),
      value: fc.constantFrom('', '2', 'x', '{{a}}', '{{b}} and {{c}}', '{{now.deep}}', '{{'),
      enabled: fc.boolean(),
    });
    const values = { a: 1, b: [true], c: 'x', now: { deep: null } };
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 5 }), (changes) => {
        const flow = storyFlow({
          name: 'One',
          nodes: [
            ['Start', 'start', {}],
            ['Change', 'set-variables', { changes }],
          ],
          connections: [],
        });
        const program = newProgram({ flow, environment: null });
        const { events } = driveRun(program, {
          from: { nodeId: nodeNamed(flow, 'Change').id, variables: values },
        });
        const set = events.flatMap((event) =>
          event.type === 'variable-set' ? [writeJson(event.value)] : [],
        );
        const end = events.find((event) => event.type === 'run-ended')?.message ?? null;
        const told = shown(changes, values).filter((each) => each !== null);
        expect(told).toEqual([...set, ...(end === null ? [] : [end.replace('"Change": ', '')])]);
      }),
      { numRuns: runs(300) },
    );
  });
});
