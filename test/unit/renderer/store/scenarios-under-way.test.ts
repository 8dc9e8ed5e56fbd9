// Which scenario a flow shows while some take their time.
import { expect, it } from 'vitest';
import { scenarioUnderWay } from '../../../../renderer/store/scenarios-under-way.ts';
import type { RowRun } from '../../../../renderer/store/scenario-runs.ts';
import { rowOf, say } from '../../../stories/lint/lint-case.ts';
import { storyId } from '../../../stories/story-id.ts';

const flow = rowOf([say('Hi')]);
const [start, says] = flow.nodes;
const at = (nodeId: string, row: number | null = null): RowRun => ({
  row,
  status: 'running',
  result: null,
  way: { nodeId: nodeId as never, nodes: {}, taken: [] },
});
const quick: RowRun = { row: null, status: 'running', result: null };

it('is the first that is at one of its nodes, with the others that are in it', () => {
  const elsewhere = storyId('nd', 'elsewhere');
  const runs = {
    quick: { rows: [quick] },
    elsewhere: { rows: [at(elsewhere)] },
    rows: { rows: [at(elsewhere, 1), at(says!.id, 2), at(start!.id, 3)] },
    single: { rows: [at(start!.id)] },
  };
  expect(scenarioUnderWay(runs, flow)).toMatchObject({
    scenarioId: 'rows',
    row: 2,
    way: { nodeId: says!.id },
    others: ['single'],
  });
  expect(scenarioUnderWay({ quick: { rows: [quick] } }, flow)).toBeNull();
  expect(scenarioUnderWay({ elsewhere: { rows: [at(elsewhere)] } }, flow)).toBeNull();
});
