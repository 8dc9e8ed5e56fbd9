import type { EditorTab, ViewState } from '#shared/settings/view-state.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore } from './documents-store.ts';
import { documentsOf } from './documents-of.ts';
import { withoutEmptySide, withoutTabs } from './editor-sides.ts';
import { paced } from './paced.ts';
import { samplesToKeep } from './sample-store.ts';
import { viewStore } from './view-store.ts';

const pace = paced(() => void viewWritten(), { pauseMs: 400, longestMs: 1000 });

/** Arranges the window as the workspace was left; tabs and an environment that are gone are left out. */
export function viewRestored(view: ViewState): void {
  const { documents } = documentsStore.getState();
  const known = (id: string) => documents[id] !== undefined;
  const isGone = (tab: EditorTab) => tab.type === 'document' && !known(tab.id);
  const sides = withoutEmptySide({
    ...view,
    ...withoutTabs(view, isGone),
    otherSide: view.otherSide === null ? null : withoutTabs(view.otherSide, isGone),
  });
  viewStore.setState({
    ...view,
    ...sides,
    ...(sides.tabs?.length === 0 ? { tabs: [firstTab()], activeTab: 0 } : {}),
    environmentId: environmentOf(view),
  });
}

/** Writes the arrangement down shortly after each change of it. */
export function startRememberingView(): () => void {
  return viewStore.subscribe(() => pace.asked('view'));
}

/** Writes the arrangement down at once: before another workspace takes its place. */
export async function viewWritten(): Promise<void> {
  pace.taken('view');
  const { documents, workspace } = documentsStore.getState();
  const view = viewStore.getState();
  const samples = samplesToKeep(view.samples, documentsOf(documents, 'flowbench.environment'));
  await bridge.call['view.write']({ opening: workspace.opening, view: { ...view, samples } });
}

// A workspace that was never open here begins with its first flow, an empty one with what can be begun with.
function firstTab(): EditorTab {
  const [flow] = documentsOf(documentsStore.getState().documents, 'flowbench.flow');
  return flow === undefined ? { type: 'welcome' } : { type: 'document', id: flow.id };
}

// Only where nobody has ever picked one the first is active: another one in the place of what is gone could be production.
function environmentOf({ environmentId, environmentWasPicked }: ViewState): string | null {
  const { documents } = documentsStore.getState();
  if (environmentId !== null && documents[environmentId] !== undefined) return environmentId;
  if (environmentWasPicked || environmentId !== null) return null;
  const environments = documentsOf(documents, 'flowbench.environment');
  return environments.find(({ defaults }) => defaults !== true)?.id ?? null;
}
