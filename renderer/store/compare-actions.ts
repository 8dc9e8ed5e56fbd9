import { withoutName, withText } from '#shared/environment/compare-environments.ts';
import type { Environment } from '#shared/environment/environment.ts';
import { renameValue } from '#shared/environment/rename-value.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentsOf } from './documents-of.ts';
import { documentEdited, documentsEditedTogether, documentsStore } from './documents-store.ts';
import { newId } from './new-id.ts';
import { toasts } from './toasts.ts';
import { redoneAndTold, togetherUndoneAndTold, undoneAndTold } from './undo-told.ts';

/** A text was typed for a name in one environment. */
export function valueTyped(id: EnvironmentId, name: string, text: string): void {
  documentEdited<Environment>(id, (before) => withText(before, name, text), `value of ${name}`);
}

/** A name is to be a secret of an environment that does not have it. */
export function secretAdded(id: EnvironmentId, name: string): void {
  documentEdited<Environment>(id, (before) => ({
    ...withoutName(before, name),
    values: [...withoutName(before, name).values, { name, secret: newId('sl'), enabled: true }],
  }));
}

/** One environment says nothing of a name any more: the default holds, or nothing. */
export function valueRemoved(id: EnvironmentId, name: string): void {
  documentEdited<Environment>(id, (before) => withoutName(before, name));
}

/** Why a value cannot be called otherwise, in one sentence; `null` where it can. */
export function valueRenameTrouble(from: string, to: string): string | null {
  const outcome = renameValue(everything(), from, to);
  return outcome.ok ? null : outcome.failure;
}

/** Calls a value otherwise in every environment and wherever it is read, as one step for undo. */
export function valueRenamed(from: string, to: string): void {
  const outcome = renameValue(everything(), from, to);
  if (!outcome.ok) return;
  const documents = outcome.value;
  const together = documentsEditedTogether(new Map(documents.map((after) => [after.id, () => after])));
  undoable(`${from} is called ${to} now`, documents, together);
}

/** Takes a name out of every environment, as one step for undo. */
export function nameDeleted(name: string): void {
  const { environments } = everything();
  const documents = environments.filter((each) => withoutName(each, name) !== each);
  const edit = (document: WorkspaceDocument): WorkspaceDocument =>
    document.format === 'flowbench.environment' ? withoutName(document, name) : document;
  const together = documentsEditedTogether(new Map(documents.map(({ id }) => [id, edit])));
  undoable(`${name} deleted`, documents, together);
}

/** What was edited last of the environments is taken back, wherever else it was done too. */
export function environmentsUndone(): void {
  const steps = environmentSteps((history) => history.past.at(-1)?.atMs);
  const last = steps.sort((a, b) => b.atMs - a.atMs)[0];
  if (last !== undefined) undoneAndTold(last.id);
}

export function environmentsRedone(): void {
  const steps = environmentSteps((history) => history.future[0]?.atMs);
  const next = steps.sort((a, b) => a.atMs - b.atMs)[0];
  if (next !== undefined) redoneAndTold(next.id);
}

type History = ReturnType<typeof documentsStore.getState>['documents'][string]['history'];

function environmentSteps(timeOf: (history: History) => number | undefined) {
  return Object.values(documentsStore.getState().documents).flatMap(({ document, history }) => {
    const atMs = timeOf(history);
    return document.format === 'flowbench.environment' && atMs !== undefined
      ? [{ id: document.id, atMs }]
      : [];
  });
}

function everything() {
  const { documents } = documentsStore.getState();
  return {
    environments: documentsOf(documents, 'flowbench.environment'),
    flows: documentsOf(documents, 'flowbench.flow'),
    endpoints: documentsOf(documents, 'flowbench.endpoint'),
  };
}

function undoable(title: string, documents: readonly WorkspaceDocument[], together: string): void {
  if (documents.length === 0) return;
  toasts.show({
    title,
    body: `In ${documents.map(({ name }) => name).join(', ')}.`,
    icon: 'rename',
    action: { label: 'Undo', onClick: () => togetherUndoneAndTold(together) },
  });
}
