import { Linter } from '#shared/lint/linter.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { documentsOf } from './documents-of.ts';
import { inSlices } from './in-slices.ts';
import { findingsArrived } from './problems-store.ts';
import { vaultStore } from './vault-store.ts';
import { viewStore } from './view-store.ts';

/** Somebody who types is not looked over the shoulder: the work begins after this pause. */
const pauseMs = 250;

/** A text field of the workspace that is the same object while the workspace is. */
const noNames: readonly string[] = [];
const sampleNames: readonly string[] = ['@sample'];

/**
 * Looks through the workspace after each pause in which something has changed, in slices, so that typing never waits for it.
 * What changes meanwhile begins the work anew; the linter knows what it had found out.
 *
 * @returns called to end it
 */
export function startLookingForProblems(): () => void {
  const linter = new Linter();
  let timer = 0;
  let stop = (): void => undefined;
  const changed = () => {
    stop();
    window.clearTimeout(timer);
    timer = window.setTimeout(
      () => (stop = inSlices(linter.steps(workspaceNow()), findingsArrived)),
      pauseMs,
    );
  };
  const ends = [
    documentsStore.subscribe((now, before) => {
      if (contents(now) !== contents(before) || now.workspace.silenced !== before.workspace.silenced)
        changed();
    }),
    viewStore.subscribe((now, before) => {
      if (now.environmentId !== before.environmentId) changed();
    }),
    vaultStore.subscribe((now, before) => {
      if (now.secrets !== before.secrets) changed();
    }),
  ];
  changed();
  return () => {
    stop();
    window.clearTimeout(timer);
    for (const end of ends) end();
  };
}

const known = new WeakMap<DocumentsState['documents'], readonly unknown[]>();
let latest: readonly unknown[] = [];

/** The documents as they are, without how they stand to their files: the same list while none was edited. */
function contents({ documents }: DocumentsState): readonly unknown[] {
  const list = known.get(documents) ?? Object.values(documents).map(({ document }) => document);
  const isSame = list.length === latest.length && list.every((each, at) => each === latest[at]);
  latest = isSame ? latest : list;
  known.set(documents, latest);
  return latest;
}

function workspaceNow(): LintWorkspace {
  const { documents, workspace } = documentsStore.getState();
  return {
    flows: documentsOf(documents, 'flowbench.flow'),
    endpoints: documentsOf(documents, 'flowbench.endpoint'),
    environments: documentsOf(documents, 'flowbench.environment'),
    scenarios: documentsOf(documents, 'flowbench.scenario'),
    fixtures: documentsOf(documents, 'flowbench.fixture'),
    activeEnvironmentId: viewStore.getState().environmentId,
    secretStates: vaultStore.getState().secrets,
    silenced: workspace.silenced,
    extraNames: workspace.sampleUrl === null ? noNames : sampleNames,
  };
}
