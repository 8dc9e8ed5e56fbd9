import path from 'node:path';
import { type ViewState, viewStateSchema } from '#shared/settings/view-state.ts';
import { type DurableStorePorts, openDurableStore } from './durable-store.ts';
import { tolerantSettings } from './tolerant-settings.ts';

/** A splitter that is dragged reports many sizes a second; each write waits for the disk. */
const pauseMs = 300;

/** How the window of one workspace was left. */
export interface ViewStore {
  read(): ViewState;
  /** Remembers a view, and writes it when no other came for a moment. */
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
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(flush, pauseMs);
    },
    close: flush,
  };
}
