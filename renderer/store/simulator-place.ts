import type { ViewState } from '#shared/settings/view-state.ts';
import { panelTabShown, viewStore } from './view-store.ts';
import { windowWidth, type WindowWidth } from './window-width.ts';

/** Whether the Simulator stands beside the other views of the panel; else it is a tab among them. */
export function isSimulatorBeside(width: WindowWidth, panelState: ViewState['panelState']): boolean {
  return width !== 'narrow' && panelState === 'open';
}

/** Brings the conversation into view: unfolds the panel, and picks the Simulator's tab where it has one. */
export function simulatorShown(): void {
  const { panelState, panelTab } = viewStore.getState();
  const unfolded = panelState === 'folded' ? 'open' : panelState;
  panelTabShown(isSimulatorBeside(windowWidth(), unfolded) ? panelTab : 'simulator');
}
