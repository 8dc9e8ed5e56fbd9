// What the Variables panel marks where a run stands still: what came of each variable since it stood still before.
import { describe, expect, it } from 'vitest';
import { previewValue } from '#electron/runs/preview-value.ts';
import { asPaused } from '#shared/run-events/project-pause.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import type { Value } from '#shared/value/value.ts';
import { panelVariables } from '../../../../../renderer/features/variables/panel-variable.ts';
import { variableRows } from '../../../../../renderer/features/variables/variable-rows.ts';
import { toldFlowId, viewOf, type ToldEvent } from '../../../../support/told-run.ts';

const shown = (value: Value) => previewValue(value, { scrub: (text) => text });
const at = (node: string): ToldEvent => [0, node, { type: 'node-entered' }];
const set = (node: string, name: string, value: Value): ToldEvent => [
  0,
  node,
  { type: 'variable-set', name, value: shown(value) },
];
const unset = (node: string, name: string): ToldEvent => [
  0,
  node,
  { type: 'variable-set', name, value: shown(null), unset: true },
];
const written = (node: string, name: string, value: Value): ToldEvent => [
  0,
  node,
  { type: 'variable-edited', name, part: [], value: shown(value) },
];
const stands = (node: string): ToldEvent => [
  0,
  node,
  { type: 'paused', why: 'step', exit: null, trouble: null },
];
const goesOn: ToldEvent = [0, null, { type: 'resumed' }];

function marks(run: RunView) {
  const contents = { environmentName: null, environment: {}, system: [] };
  const rows = variableRows({ ...contents, variables: panelVariables([], run) }, () => false, '');
  const variables = rows.filter(({ kind }) => kind === 'variable');
  return Object.fromEntries(variables.map(({ label, variable, was }) => [label, [variable?.change, was]]));
}

const twoRounds = [
  at('Add'),
  set('Add', 'total', 1),
  set('Add', 'fresh', 'a'),
  at('Loop'),
  at('Add'),
  set('Add', 'total', 3),
  set('Add', 'fresh', 'b'),
  at('Tell'),
];
const atLoop = [
  at('Zero'),
  set('Zero', 'total', 0),
  set('Zero', 'name', 'Ana'),
  at('Loop'),
  stands('Loop'),
  goesOn,
];

describe('a step over a loop', () => {
  it('marks what all its rounds changed, with the value from before the loop', () => {
    expect(marks(viewOf(...atLoop, ...twoRounds, stands('Tell')))).toEqual({
      fresh: ['new', null],
      name: [null, null],
      total: ['changed', '0'],
    });
  });

  it('marks nothing that has the value from before the loop in the end', () => {
    const back = set('Add', 'total', 0);
    expect(
      marks(viewOf(...atLoop, ...twoRounds.slice(0, -1), back, at('Tell'), stands('Tell'))),
    ).toMatchObject({ total: [null, null] });
  });

  it('has its marks taken away by the next step', () => {
    const after = [...atLoop, ...twoRounds, stands('Tell'), goesOn, at('End'), stands('End')];
    expect(Object.values(marks(viewOf(...after)))).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('begins with what a person wrote where it stood still', () => {
    const edited = [
      ...atLoop.slice(0, -1),
      written('Loop', 'total', 10),
      written('Loop', 'name', 'Bo'),
      goesOn,
    ];
    expect(marks(viewOf(...edited, ...twoRounds, stands('Tell')))).toMatchObject({
      name: ['edited', '"Ana"'],
      total: ['changed', '10'],
    });
  });
});

describe('a step over a flow', () => {
  const call: readonly ToldEvent[] = [
    [0, 'Loop', { type: 'flow-entered', flowId: toldFlowId, flowName: 'Told' }],
    at('Inner'),
    set('Inner', 'total', 99),
    [0, 'Loop', { type: 'flow-left', flowId: toldFlowId, outcome: 'ended', message: null, result: null }],
  ];

  it('marks what its outputs changed in the flow that it stands in', () => {
    const left = [...atLoop, ...call, set('Loop', 'total', 6), at('Tell'), stands('Tell')];
    expect(marks(viewOf(...left))).toEqual({ name: [null, null], total: ['changed', '0'] });
  });

  it('marks as new what is set in the flow that was stepped into', () => {
    expect(marks(viewOf(...atLoop, ...call.slice(0, 3), stands('Inner')))).toEqual({ total: ['new', null] });
  });
});

describe('where a run stands still for the first time, or is looked at', () => {
  it('is marked what the last node did', () => {
    const first = [at('Zero'), set('Zero', 'name', 'Ana'), set('Zero', 'total', 0), at('Add')];
    const told = [...first, set('Add', 'total', 1), at('Tell')];
    const last = { name: [null, null], total: ['changed', '0'] };
    expect(marks(viewOf(...told, stands('Tell')))).toEqual(last);
    expect(marks(asPaused(viewOf(...told)))).toEqual(last);
  });

  it('is marked what the node before a moment did, also of a step that passed it', () => {
    const moment = asPaused(viewOf(...atLoop, ...twoRounds));
    expect(marks(moment)).toMatchObject({ total: ['changed', '1'], fresh: ['changed', '"a"'] });
  });

  it('is nothing where it runs', () => {
    expect(marks(viewOf(...atLoop, ...twoRounds))).toMatchObject({ total: [null, null] });
  });
});

describe('a list of which only the beginning is here', () => {
  const list = Array.from({ length: 30_000 }, (_, index) => index);

  it('is changed where something was appended to it', () => {
    const told = [at('Zero'), set('Zero', 'list', list), at('Add'), stands('Add'), goesOn];
    const appended = [...told, set('Add', 'list', [...list, 1]), at('Tell'), stands('Tell')];
    expect(marks(viewOf(...appended))).toEqual({ list: ['changed', null] });
    expect(marks(viewOf(...told, at('Tell'), stands('Tell')))).toEqual({ list: [null, null] });
  });
});

it('a variable that a step unsets and sets is new', () => {
  const told = [...atLoop, unset('Add', 'total'), set('Add', 'total', 5), at('Tell'), stands('Tell')];
  expect(marks(viewOf(...told))).toMatchObject({ total: ['new', null] });
});
