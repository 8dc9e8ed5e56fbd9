// When a result of a scenario is of something that has changed since, and when it holds again.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Environment } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { documentsMadeFrom, fileKey } from '#shared/scenario/made-from.ts';
import { newScenario } from '#shared/scenario/new-scenario.ts';
import {
  documentAdded,
  documentEdited,
  documentRemoved,
  documentsStore,
  editUndone,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import { changesSince, isOutdated } from '../../../../renderer/store/scenario-changes.ts';
import {
  filePrintsArrived,
  keptResultsArrived,
  scenarioProgressArrived,
  scenarioRunsForgotten,
  scenarioRunsStore,
} from '../../../../renderer/store/scenario-runs.ts';
import {
  forgetShownWorkspace,
  lookup,
  shopApi,
  shownWorkspace,
  staging,
  stored,
} from '../../../support/shown-workspace.ts';
import { storyId } from '../../../stories/story-id.ts';

forgetShownWorkspace();
afterEach(scenarioRunsForgotten);

const scenario = newScenario({
  id: storyId('sc', 'Happy path'),
  name: 'Happy path',
  flow: lookup.id,
  environment: staging.id,
});

const document = (id: string) => documentsStore.getState().documents[id]?.document ?? null;

/** A result of what the documents hold now. */
function resultNow(more: Readonly<Record<string, string>> = {}): ScenarioResult {
  const { prints } = documentsMadeFrom(scenario, { document, defaults: () => null });
  return {
    scenarioId: scenario.id,
    row: null,
    outcome: 'passed',
    results: [],
    trouble: null,
    runId: null,
    tookMs: 5,
    endedAt: '2026-03-01T10:00:00.000Z',
    said: [],
    covered: [],
    madeFrom: { ...prints, ...more },
  };
}

const run = () => scenarioRunsStore.getState().runs[scenario.id];
const changes = () =>
  changesSince(run(), documentsStore.getState().documents, scenarioRunsStore.getState().filePrints);

beforeEach(() => {
  workspaceOpened(
    shownWorkspace({ documents: [stored(shopApi), stored(staging), stored(lookup), stored(scenario)] }),
  );
  keptResultsArrived([resultNow()]);
});

it('a result holds while nothing that it was made from is edited, and again once that is taken back', () => {
  expect(isOutdated(run())).toBe(false);
  documentEdited<Flow>(lookup.id, (flow) => ({ ...flow, strict: true }));
  expect(changes()).toEqual([lookup.id]);
  editUndone(lookup.id);
  expect(isOutdated(run())).toBe(false);
});

it('what the flow does not use may change', () => {
  documentEdited<typeof shopApi>(shopApi.id, (before) => ({ ...before, baseUrl: 'https://other.example' }));
  expect(isOutdated(run())).toBe(false);
  documentEdited<Environment>(staging.id, (before) => ({ ...before, values: [value] }));
  expect(changes()).toEqual([staging.id]);
});

it('defaults that came since, and documents that went, count', () => {
  documentAdded({ ...staging, id: storyId('en', 'Defaults'), name: 'Defaults', defaults: true });
  expect(changes()).toEqual(['defaults']);
  documentRemoved(lookup.id);
  expect(changes()).toEqual(['defaults', lookup.id]);
});

it('of files only what was looked at counts', () => {
  const name = 'photo.png';
  scenarioRunsForgotten();
  keptResultsArrived([resultNow({ [fileKey(name)]: 'one' })]);
  expect(isOutdated(run())).toBe(false);
  filePrintsArrived({ [name]: 'two' });
  expect(changes()).toEqual([fileKey(name)]);
  scenarioProgressArrived([{ type: 'ended', result: resultNow({ [fileKey(name)]: 'two' }) }]);
  expect(isOutdated(run())).toBe(false);
});

it('while it is run again, nothing is said of the time before', () => {
  documentEdited<Flow>(lookup.id, (flow) => ({ ...flow, strict: true }));
  scenarioProgressArrived([{ type: 'waiting', places: [{ scenarioId: scenario.id, row: null }] }]);
  expect(isOutdated(run())).toBe(false);
});

const value = { name: 'region', value: 'eu', enabled: true };
