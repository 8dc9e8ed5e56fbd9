import {
  environmentSchema,
  isSecretValue,
  type Environment,
  type EnvironmentValue,
} from '#shared/environment/environment.ts';
import type { EnvironmentId, SecretSlot } from '#shared/ids/ids.ts';
import { documentAdded, documentEdited, documentsStore, historyForgotten } from './documents-store.ts';
import { newId } from './new-id.ts';
import { secretEntered } from './secret-actions.ts';
import { toasts } from './toasts.ts';
import { defaultsIn } from './use-environment-layers.ts';
import { sideBarShown } from './side-bar.ts';
import { documentOpened } from './view-store.ts';

/** Opens the values that hold where no environment says otherwise; they are made where there are none yet. */
export function defaultsWanted(): EnvironmentId {
  const known = defaultsIn(documentsStore.getState().documents);
  const defaults = known ?? newDefaults();
  if (known === null) documentAdded(defaults);
  sideBarShown('environments');
  documentOpened(defaults.id);
  return defaults.id;
}

/** A document of defaults without a value. */
export function newDefaults(): Environment {
  return environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: newId('en'),
    name: 'Defaults',
    defaults: true,
    colour: 'grey',
  });
}

/** An environment was edited; `field` as `documentEdited` takes it. */
export function environmentEdited(
  id: EnvironmentId,
  change: Partial<Pick<Environment, 'name' | 'colour' | 'values'>>,
  field: string | null,
): void {
  documentEdited<Environment>(id, (before) => ({ ...before, ...change }), field);
}

/**
 * A value that was written in plain sight becomes a secret: its text goes into the vault, and out of the document, its file
 * and what can be undone. Where the vault does not take it the value stays as it was.
 */
export async function valueKeptSecret(id: EnvironmentId, at: number): Promise<void> {
  const value = environmentOf(id)?.values[at];
  if (value === undefined || isSecretValue(value)) return;
  const slot = newId('sl');
  valueReplaced(id, at, secretOf(value, slot));
  const wasSeen = value.value !== '' || hadText(id, value.name);
  const isKept = value.value === '' || (await secretEntered({ documentId: id, slot }, value.value));
  if (!isKept) {
    restored(id, slot, value);
    return;
  }
  if (!wasSeen) return;
  // Undo would write the text into the file again.
  historyForgotten(id);
  const name = value.name === '' ? 'The value' : value.name;
  toasts.show({
    title: `${name} is a secret now`,
    body: 'What was done to this environment before cannot be undone any more. Whoever has an older copy of the file can still read the value there.',
    icon: 'lock',
  });
}

/** A secret becomes a value in plain sight, which starts empty: nobody can read the secret. */
export function valueMadeVisible(id: EnvironmentId, at: number): void {
  const value = environmentOf(id)?.values[at];
  if (value === undefined || !isSecretValue(value)) return;
  const { secret: _, ...rest } = value;
  valueReplaced(id, at, { ...rest, value: '' });
  toasts.show({
    title: `${value.name === '' ? 'The value' : value.name} starts empty`,
    body: 'A secret is never shown again, so its value cannot come along. Undo makes it the secret that it was.',
    icon: 'lock-open',
  });
}

/** The same value in the vault, under a slot. */
export function secretOf(value: EnvironmentValue, slot: SecretSlot): EnvironmentValue {
  const { description, enabled, name } = value;
  return { name, secret: slot, enabled, ...(description === undefined ? {} : { description }) };
}

function environmentOf(id: EnvironmentId): Environment | null {
  const document = documentsStore.getState().documents[id]?.document;
  return document?.format === 'flowbench.environment' ? document : null;
}

function valueReplaced(id: EnvironmentId, at: number, value: EnvironmentValue): void {
  documentEdited<Environment>(id, (before) => ({ ...before, values: before.values.with(at, value) }));
}

/** Rows may have moved since. */
function restored(id: EnvironmentId, slot: SecretSlot, value: EnvironmentValue): void {
  documentEdited<Environment>(id, (before) => ({
    ...before,
    values: before.values.map((each) => (isSecretValue(each) && each.secret === slot ? value : each)),
  }));
}

/** Whether undo could bring back a text under a name. */
function hadText(id: EnvironmentId, name: string): boolean {
  const steps = documentsStore.getState().documents[id]?.history.past ?? [];
  return steps.some(({ before }) =>
    before.format === 'flowbench.environment'
      ? before.values.some((each) => each.name === name && !isSecretValue(each) && each.value !== '')
      : false,
  );
}
