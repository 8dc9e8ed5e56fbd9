import type { EditorTab, ViewState } from '#shared/settings/view-state.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore } from './documents-store.ts';
import { documentsOf } from './documents-of.ts';
import { viewStore } from './view-store.ts';

const pauseMs = 400;
let timer = 0;

/** Arranges the window as the workspace was left; tabs and an environment that are gone are left out. */
export function viewRestored(view: ViewState): void {
  const { documents } = documentsStore.getState();
  const known = (id: string) => documents[id] !== undefined;
  const active = view.tabs[view.activeTab];
  const tabs = view.tabs.filter((tab) => tab.type !== 'document' || known(tab.id));
  const shown = tabs.length === 0 ? [firstTab()] : tabs;
  viewStore.setState({
    ...view,
    tabs: shown,
    activeTab: Math.max(0, active === undefined ? 0 : shown.indexOf(active)),
    environmentId:
      view.environmentId !== null && known(view.environmentId) ? view.environmentId : firstEnvironment(),
  });
}

/** Writes the arrangement down shortly after each change of it. */
export function startRememberingView(): () => void {
  return viewStore.subscribe(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void viewWritten(), pauseMs);
  });
}

/** Writes the arrangement down at once: before another workspace takes its place. */
export async function viewWritten(): Promise<void> {
  window.clearTimeout(timer);
  await bridge.call['view.write'](viewStore.getState());
}

// A workspace that was never open here begins with its first flow, an empty one with what can be begun with.
function firstTab(): EditorTab {
  const [flow] = documentsOf(documentsStore.getState().documents, 'flowbench.flow');
  return flow === undefined ? { type: 'welcome' } : { type: 'document', id: flow.id };
}

function firstEnvironment(): string | null {
  return documentsOf(documentsStore.getState().documents, 'flowbench.environment')[0]?.id ?? null;
}
