import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ExportView, ExportViewFailure } from '#shared/bundle/export-view.ts';
import type { EnvironmentId, FlowId } from '#shared/ids/ids.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import { bridge } from '../bridge/bridge.ts';
import { savedNow } from './autosave.ts';
import { documentsOf } from './documents-of.ts';
import { documentsStore } from './documents-store.ts';
import { toasts } from './toasts.ts';
import { usableAsShown } from './usable-documents.ts';

/** What somebody is about to export, while they choose. */
export interface ExportChoice {
  readonly flows: ReadonlySet<string>;
  readonly environments: ReadonlySet<string>;
  /** What would go in; `null` while that is being found out for the first time, and where it cannot be. */
  readonly view: ExportView | null;
  readonly failure: ExportViewFailure | null;
  readonly isWriting: boolean;
}

const exportStore = createStore<{ readonly choice: ExportChoice | null }>(() => ({ choice: null }));
/** Answers to questions that have been asked anew since are not shown. */
let asked = 0;

/** What is chosen for a bundle; `null` while nobody exports. */
export function useBundleExport(): ExportChoice | null {
  return useStore(exportStore, ({ choice }) => choice);
}

/** Somebody wants to export: these flows, or all where none is named, with every environment. */
export async function bundleExportAsked(flows: readonly string[] | null = null): Promise<void> {
  await savedNow();
  const { documents } = documentsStore.getState();
  const ids = flows ?? documentsOf(documents, 'flowbench.flow').map(({ id }) => id);
  const environments = documentsOf(documents, 'flowbench.environment').map(({ id }) => id);
  exportStore.setState({
    choice: {
      flows: new Set(ids),
      environments: new Set(environments),
      view: null,
      failure: null,
      isWriting: false,
    },
  });
  await lookedAt();
}

export function bundleExportClosed(): void {
  asked += 1;
  exportStore.setState({ choice: null });
}

/** Flows or environments are taken along, or left. */
export function bundleChoiceChanged(
  part: 'flows' | 'environments',
  ids: readonly string[],
  isTaken: boolean,
): void {
  changed((choice) => {
    const next = new Set(choice[part]);
    for (const id of ids) {
      if (isTaken) next.add(id);
      else next.delete(id);
    }
    return { ...choice, [part]: next };
  });
  void lookedAt();
}

async function lookedAt(): Promise<void> {
  const wish = wishNow();
  if (wish === null) return;
  asked += 1;
  const mine = asked;
  const outcome = await bridge.call['bundle.preview-export'](wish);
  if (mine !== asked) return;
  changed((choice) =>
    outcome.ok
      ? { ...choice, view: outcome.value, failure: null }
      : { ...choice, view: null, failure: outcome.failure },
  );
}

/** Makes the bundle in a file that the person names; says whether it is there. */
export async function bundleExported(passphrase: string | null): Promise<boolean> {
  const wish = wishNow();
  const { choice } = exportStore.getState();
  if (wish === null || choice === null || choice.isWriting) return false;
  const taken = choice.view?.documents.map(({ id }) => id) ?? [];
  if (!(await usableAsShown(taken, 'Nothing was exported'))) return false;
  changed((now) => ({ ...now, isWriting: true }));
  const outcome = await bridge.call['bundle.export']({ ...wish, passphrase });
  changed((now) => ({ ...now, isWriting: false }));
  if (outcome.ok) {
    bundleExportClosed();
    toasts.show({
      title: 'The bundle is exported',
      body: `${outcome.value.file}, ${formatSize(outcome.value.sizeBytes)}`,
      icon: 'check',
      action: { label: 'Show in folder', onClick: () => void bridge.call['bundle.show'](null) },
    });
  } else if (outcome.failure.code !== 'cancelled') {
    changed((now) => ({ ...now, failure: outcome.failure }));
  }
  return outcome.ok;
}

function wishNow() {
  const { choice } = exportStore.getState();
  if (choice === null) return null;
  return {
    flows: [...choice.flows] as FlowId[],
    environments: [...choice.environments] as EnvironmentId[],
  };
}

function changed(change: (choice: ExportChoice) => ExportChoice): void {
  exportStore.setState(({ choice }) => ({ choice: choice === null ? null : change(choice) }));
}
