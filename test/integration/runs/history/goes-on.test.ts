// A run that goes on from the past of another one is as new as it was made: in the list, and when there is no room.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunId } from '#shared/ids/ids.ts';
import { inARow, storyFlow } from '../../../stories/story-flow.ts';
import { startedRun } from '../../../support/host-runs.ts';
import { hostPastRuns, openHistory } from '../../../support/past-runs.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const flow = storyFlow({
  name: 'Opening hours',
  nodes: [
    ['Start', 'start', {}],
    ['One', 'message', { text: 'a' }],
    ['Two', 'message', { text: 'b' }],
  ],
  connections: inARow('Start', 'One', 'Two'),
});
let hosted: Awaited<ReturnType<typeof hostPastRuns>>;

beforeEach(async () => {
  hosted = await hostPastRuns(folder.path, { documents: [flow] });
});
afterEach(() => hosted.close());

async function over(runId: RunId): Promise<RunId> {
  await hosted.runs.event(runId, 'run-ended');
  await hosted.past.history.settled();
  return runId;
}

const ran = (): Promise<RunId> => {
  const input = { flowId: flow.id, environmentId: null, inputs: {} };
  return over(startedRun(hosted.runs.host.start(input)));
};

function wentOnFrom(runId: RunId): Promise<RunId> {
  const seq = hosted.runs.eventsOf(runId, 'node-entered')[1]?.seq ?? 0;
  const how = { environmentId: null, standIns: {}, breakpoints: [], then: 'go-on', edits: [] } as const;
  return over(
    startedRun(hosted.runs.host.debug.rerunFrom({ runId, seq, ...how, breakpoints: [], edits: [] })),
  );
}

test('it stands above those that ran before it was made, also after a restart without the list', async () => {
  const first = await ran();
  const second = await ran();
  const goesOn = await wentOnFrom(first);
  const listed = async (past = hosted.past) => (await past.all()).map(({ runId }) => runId);
  expect(await listed()).toEqual([goesOn, second, first]);
  const [made, , origin] = await hosted.past.all();
  expect(made?.startedAt).toBe(origin?.startedAt);
  expect(Date.parse(made?.madeAt ?? '')).toBeGreaterThanOrEqual(Date.parse(origin?.startedAt ?? ''));
  expect(origin).not.toHaveProperty('madeAt');
  await rm(path.join(hosted.past.folder, 'index.json'));
  const again = openHistory(hosted.past.folder);
  expect(await listed(again)).toEqual([goesOn, second, first]);
  await again.history.close();
});

test('it is kept where the history is full, and the oldest goes', async () => {
  hosted.past.limits = { mostRuns: 3, mostBytes: 500_000_000 };
  const first = await ran();
  await hosted.past.history.pin({ runId: first, pinned: true });
  await ran();
  const third = await ran();
  const goesOn = await wentOnFrom(first);
  expect((await hosted.past.all()).map(({ runId }) => runId)).toEqual([goesOn, third, first]);
});
