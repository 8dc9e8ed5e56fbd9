// Which environment is active when a workspace is opened again: what was picked, and never another one in its place.
import { beforeEach, expect, it } from 'vitest';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, shownWorkspace, staging } from '../../../support/shown-workspace.ts';
import { workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import { viewRestored, viewWritten } from '../../../../renderer/store/view-memory.ts';
import { environmentPicked, viewStore } from '../../../../renderer/store/view-store.ts';

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  bridgeDouble.answer('view.write', () => null);
  workspaceOpened(shownWorkspace());
});

const activeAfter = (view: object) => {
  viewRestored(viewStateSchema.parse(view));
  return viewStore.getState().environmentId;
};

it.each([
  ['the first one where nobody has picked any', {}, staging.id],
  ['the one that was picked', { environmentId: staging.id, environmentWasPicked: true }, staging.id],
  ['none where none was picked', { environmentId: null, environmentWasPicked: true }, null],
  [
    'none where the one that was picked is gone',
    { environmentId: 'en_gonegonegone', environmentWasPicked: true },
    null,
  ],
  ['none where one is gone that an earlier version remembered', { environmentId: 'en_gonegonegone' }, null],
])('is %s', (_, view, active) => {
  expect(activeAfter(view)).toBe(active);
});

it('is written down as a choice, also the choice of none, for the opening that it was made in', async () => {
  environmentPicked(null);
  await viewWritten();
  expect(bridgeDouble.asked('view.write')).toMatchObject([
    { opening: 'the first opening', view: { environmentId: null, environmentWasPicked: true } },
  ]);
});
