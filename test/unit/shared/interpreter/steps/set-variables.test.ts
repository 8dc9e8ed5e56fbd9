// The step that changes variables: in order, exactly, and with types kept.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import type { VariableChange } from '#shared/nodes/set-variables-node.ts';
import { encodeValue } from '#shared/value/value-codec.ts';
import { ExactNumber } from '#shared/value/exact-number.ts';
import type { ValueObject } from '#shared/value/value.ts';
import { nodeNamed, storyFlow } from '../../../../stories/story-flow.ts';
import { anyValue } from '../../../../support/any-value.ts';
import { driveRun, secondsAfterNoon } from '../../../../support/drive-run.ts';
import { runs } from '../../../../support/runs.ts';

type Given = Partial<VariableChange> & Pick<VariableChange, 'variable'>;

function change(changes: readonly Given[], variables: ValueObject = {}, strict = false) {
  const flow = storyFlow({
    name: 'Bill',
    nodes: [
      ['Start', 'start', {}],
      ['Change', 'set-variables', { changes: [...changes] }],
      ['After', 'message', { text: 'After' }],
    ],
    connections: [
      ['Start', 'next', 'Change'],
      ['Change', 'next', 'After'],
    ],
    strict,
  });
  const program = newProgram({ flow, environment: null });
  const driven = driveRun(program, { from: { nodeId: nodeNamed(flow, 'Change').id, variables } });
  const end = driven.events.find((event) => event.type === 'run-ended');
  return {
    ...driven,
    variables: program.readVariables(driven.state.variables),
    message: end?.message ?? null,
    set: driven.events.filter((event) => event.type === 'variable-set'),
  };
}

const assign = (variable: string, value: string): Given => ({ variable, action: 'assign', value });
const append = (variable: string, value: string): Given => ({ variable, action: 'append', value });
const increment = (variable: string, value = ''): Given => ({ variable, action: 'increment', value });
const unset = (variable: string): Given => ({ variable, action: 'unset' });

describe('Set Variables', () => {
  test('makes its changes in order, each seeing what the earlier ones made', () => {
    const { variables, message } = change([
      assign('greeting', 'Hello {{person}}'),
      assign('person', 'Ada'),
      assign('greeting', '{{greeting}}{{person}}'),
    ]);
    expect(message).toBeNull();
    expect(variables).toEqual({ greeting: 'Hello Ada', person: 'Ada' });
  });

  test('keeps the type of a value that is one expression alone, whatever it is', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const { variables } = change([assign('copy', '{{given}}'), append('list', '{{given}}')], {
          given: value,
        });
        expect(encodeValue(variables['copy'] ?? null)).toEqual(encodeValue(value));
        expect(encodeValue(variables['list'] ?? null)).toEqual(encodeValue([value]));
      }),
      { numRuns: runs(200) },
    );
  });

  test('makes text of everything else', () => {
    const { variables } = change([assign('a', '{{n}} '), assign('b', '7'), assign('c', '')], { n: 7 });
    expect(variables).toMatchObject({ a: '7 ', b: '7', c: '' });
  });

  test('unsets a variable, and tells so once', () => {
    const { variables, set } = change([unset('order'), unset('order'), unset('nobody')], {
      order: 1,
      other: 2,
    });
    expect(variables).toEqual({ other: 2 });
    expect(set).toMatchObject([{ name: 'order', value: null, unset: true }]);
  });

  test('appends in order, and makes a list where there is none', () => {
    fc.assert(
      fc.property(
        fc.array(anyValue, { maxLength: 5 }),
        fc.option(fc.array(anyValue, { maxLength: 3 })),
        (items, before) => {
          const given = { ...(before === null ? {} : { list: before }), items };
          const { variables } = change(
            items.map((_item, at) => append('list', `{{items.[${String(at)}]}}`)),
            given,
          );
          const expected = before === null && items.length === 0 ? undefined : [...(before ?? []), ...items];
          expect(variables['list'] === undefined ? undefined : encodeValue(variables['list'])).toEqual(
            expected === undefined ? undefined : encodeValue(expected),
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test.each<[ValueObject[string], string]>([
    ['text', '"Change": list holds text, and only a list can be appended to.'],
    [null, '"Change": list holds null, and only a list can be appended to.'],
    [7, '"Change": list holds a number, and only a list can be appended to.'],
    [{ a: 1 }, '"Change": list holds an object, and only a list can be appended to.'],
  ])('refuses to append to %j', (list, sentence) => {
    const { variables, message } = change([append('list', 'more'), assign('after', 'x')], { list });
    expect(message).toBe(sentence);
    expect(variables).toEqual({ list });
  });

  test('increments by one, by text that is a number, and by a number, from 0 where nothing is set', () => {
    const { variables } = change(
      [increment('a'), increment('a', ' 2 '), increment('b', '{{by}}'), increment('c', '-0.5')],
      { by: new ExactNumber('12345678901234567890'), c: 2 },
    );
    expect(variables).toMatchObject({ a: 3, b: new ExactNumber('12345678901234567890'), c: 1.5 });
  });

  test('keeps changes above one that cannot be made, and ends the run with its reason', () => {
    const { variables, message } = change([
      increment('count'),
      increment('count', 'two'),
      increment('count'),
    ]);
    expect(message).toBe('"Change": count cannot be incremented by a text that is no number.');
    expect(variables).toEqual({ count: 1 });
  });

  test.each<[ValueObject[string], string, string]>([
    ['5', '', '"Change": n holds text, and only a number can be incremented.'],
    [null, '', '"Change": n holds null, and only a number can be incremented.'],
    [5, '{{list}}', '"Change": n cannot be incremented by a list.'],
    [5, '{{nobody}}', '"Change": n cannot be incremented by null.'],
  ])('refuses to increment %j by %j', (n, by, sentence) => {
    expect(change([increment('n', by)], { n, list: [] }).message).toBe(sentence);
  });

  test('does nothing at all where a name cannot be used', () => {
    const { message, set } = change([assign('fine', 'x'), assign('not a name', 'x')]);
    expect(message).toBe('"Change": Change 2 is of "not a name", which is no variable name.');
    expect(set).toEqual([]);
  });

  test('leaves out changes that are off, also one that could not be made', () => {
    const { variables, message } = change([
      { ...assign('a', 'x'), enabled: false },
      { ...assign('not a name', 'x'), enabled: false },
      assign('b', 'y'),
    ]);
    expect(message).toBeNull();
    expect(variables).toEqual({ b: 'y' });
  });

  test('reads the clock once for all changes', () => {
    const { variables } = change([assign('a', '{{@now}}'), assign('b', '{{@now}}')]);
    expect(variables['a']).toBe(variables['b']);
    expect(variables['a']).toBe(secondsAfterNoon(1));
  });

  test('fails on an unknown name where the flow is strict, and else warns', () => {
    const strict = change([assign('a', '{{nobody}}')], {}, true);
    expect(strict.message).toMatch(/nobody/);
    expect(strict.variables).toEqual({});
    const lenient = change([assign('a', '{{nobody}}')]);
    expect(lenient.variables).toEqual({ a: null });
    expect(lenient.events.some(({ type }) => type === 'warned')).toBe(true);
  });
});
