import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { allAnswers } from '#shared/bundle/import-decisions.ts';
import { bundleLimits } from '#shared/bundle/bundle-limits.ts';
import type { ImportAnswer } from '#shared/bundle/import-plan.ts';
import type { ImportView } from '#shared/bundle/import-view.ts';
import type { ChannelInput, ChannelOutput } from '#shared/ipc/contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { savedNow } from './autosave.ts';
import { bundleTaken } from './bundle-taken.ts';
import { toasts } from './toasts.ts';
import { usableAsShown } from './usable-documents.ts';

/** A bundle that somebody looks at, and what they have decided about it so far. */
export interface ImportChoice {
  readonly view: ImportView;
  /** What becomes of documents that are here in another version. */
  readonly answers: Readonly<Record<string, ImportAnswer>>;
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly isWriting: boolean;
}

const importStore = createStore<{ readonly choice: ImportChoice | null }>(() => ({ choice: null }));

/** The bundle that is looked at; `null` while there is none. */
export function useBundleImport(): ImportChoice | null {
  return useStore(importStore, ({ choice }) => choice);
}

/** Somebody wants to import: they pick a file. */
export async function bundleImportAsked(): Promise<void> {
  await savedNow();
  shown(await bridge.call['bundle.pick'](null));
}

/** Somebody dropped a file onto the window. */
export async function bundleDropped(file: File): Promise<void> {
  await savedNow();
  const text = await textOf(file);
  if (text === null) toldWhy(`${file.name} is no bundle of Flowbench, or it is larger than 100 MB.`);
  else shown(await bridge.call['bundle.read']({ name: file.name.slice(0, 1000), text }));
}

async function textOf(file: File): Promise<string | null> {
  if (file.size > bundleLimits.sizeBytes) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    // A folder has no text, and neither has a picture.
    return null;
  }
}

function shown(outcome: ChannelOutput<'bundle.pick'>): void {
  if (outcome.ok) {
    importStore.setState({
      choice: { view: outcome.value, answers: {}, failure: null, isWriting: false },
    });
  } else if (outcome.failure.code !== 'cancelled') toldWhy(outcome.failure.message);
}

function toldWhy(body: string): void {
  toasts.show({ title: 'Nothing was imported', body, icon: 'warning', urgent: true, stays: true });
}

export function bundleImportClosed(): void {
  const { choice } = importStore.getState();
  importStore.setState({ choice: null });
  if (choice !== null) void bridge.call['bundle.forget']({ handle: choice.view.handle });
}

/** The person says what becomes of documents that are here in another version. */
export function importAnswerGiven(ids: readonly string[], answer: ImportAnswer): void {
  changed((choice) => ({
    ...choice,
    answers: { ...choice.answers, ...Object.fromEntries(ids.map((id) => [id, answer])) },
  }));
}

/** Puts the bundle into the workspace; says whether that was done. */
export async function bundleImported(
  given: Pick<ChannelInput<'bundle.import'>, 'secrets' | 'passphrase'>,
): Promise<boolean> {
  const { choice } = importStore.getState();
  if (choice === null || choice.isWriting) return false;
  const { view } = choice;
  const answers = allAnswers(view.documents, choice.answers);
  const here = view.documents.filter(({ state }) => state !== 'new').map(({ id }) => id);
  if (!(await usableAsShown(here, 'Nothing was imported'))) return false;
  changed((now) => ({ ...now, isWriting: true, failure: null }));
  const outcome = await bridge.call['bundle.import']({
    ...given,
    handle: view.handle,
    answers: view.documents.flatMap(({ id }) => {
      const answer = answers[id];
      return answer === undefined ? [] : [{ id, answer }];
    }),
  });
  if (outcome.ok) {
    importStore.setState({ choice: null });
    bundleTaken(view, outcome.value);
  } else changed((now) => ({ ...now, isWriting: false, failure: outcome.failure }));
  return outcome.ok;
}

function changed(change: (choice: ImportChoice) => ImportChoice): void {
  importStore.setState(({ choice }) => ({ choice: choice === null ? null : change(choice) }));
}
