// What is made for a flow lies together with the rest that is made for it.
import { beforeEach, expect, it } from 'vitest';
import type { Workspace } from '#electron/workspace/workspace.ts';
import { fixtureSchema } from '#shared/fixture/fixture.ts';
import type { FixtureId, FlowId } from '#shared/ids/ids.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
let workspace: Workspace;

beforeEach(async () => {
  await copyFrozenWorkspace(folder.file('shop'));
  workspace = await workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));
});

async function saved(input: Parameters<Workspace['save']>[0]) {
  const outcome = await workspace.save(input);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
}

it('puts a new scenario beside the others of its flow, under its name', async () => {
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: 'sc_happypathhap',
    name: 'Happy path!',
    flow: 'fl_orderlookupo',
  });
  const { file, revision } = await saved({ document: scenario, revision: null, overwrite: false });
  expect(file).toBe('scenarios/order-lookup/happy-path.json');
  const renamed = { ...scenario, name: 'Sad path' };
  expect((await saved({ document: renamed, revision, overwrite: false })).file).toBe(
    'scenarios/order-lookup/sad-path.json',
  );
});

it('puts a new fixture beside the others of its flow', async () => {
  const fixture = fixtureSchema.parse({
    format: 'flowbench.fixture',
    version: 1,
    id: 'fx_freshfreshfr',
    name: 'Get order 404',
    flow: 'fl_orderlookupo',
    node: 'nd_getordergeto',
  });
  const { file } = await saved({ document: fixture, revision: null, overwrite: false });
  expect(file).toBe('fixtures/order-lookup/get-order-404.json');
  const stray = { ...fixture, id: 'fx_straystrayst' as FixtureId, flow: 'fl_gonegonegone' as FlowId };
  const other = await saved({ document: stray, revision: null, overwrite: false });
  expect(other.file).toBe('fixtures/get-order-404.json');
});
