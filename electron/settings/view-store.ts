import path from 'node:path';
import { type ViewState, viewStateSchema } from '#shared/settings/view-state.ts';
import { type DurableStorePorts, openDurableStore } from './durable-store.ts';
import { tolerantSettings } from './tolerant-settings.ts';

/** The page gathers what a splitter that is dragged reports; what comes within this time is written together. */
const pauseMs = 300;

/** How the window of one workspace was left. */
export interface ViewStore {
  read(): ViewState;
  /** Remembers a view, and writes it a moment later. */
  write(view: ViewState): void;
  /** Writes what is not written yet. */
  close(): void;
}

/** Opens the view of a workspace: `view/view.json` in its data folder. */
export function openViewStore(dataFolder: string, ports: DurableStorePorts): ViewStore {
  const store = openDurableStore(path.join(dataFolder, 'view'), 'view', ports);
  let view = tolerantSettings(viewStateSchema, store.read());
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    store.write({ ...store.read(), ...view });
  };
  return {
    read: () => view,
    write(next) {
      view = next;
      // Not put off by what comes next: a window that never rests would never be written.
      timer ??= setTimeout(flush, pauseMs);
    },
    close: flush,
  };
}
