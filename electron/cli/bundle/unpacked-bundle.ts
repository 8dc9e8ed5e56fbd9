import { getRandomValues } from 'node:crypto';
import path from 'node:path';
import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { bringSilences } from '../../bundle/bring-silences.ts';
import { importBundle, readBundleFile } from '../../bundle/import-bundle.ts';
import { unsealSecrets } from '../../bundle/sealed-secrets.ts';
import { createWorkspace } from '../../workspace/create-workspace.ts';
import { passphraseVariable } from './passphrase-variable.ts';

/** The values of secrets that came along in a bundle, by `document slot`; `closed` where nobody gave the passphrase. */
export type BroughtSecrets = ReadonlyMap<string, string> | 'closed';

/** A bundle in a folder of its own. Its secrets are not in there: they stay in memory. */
export interface UnpackedBundle {
  readonly folder: string;
  readonly brought: BroughtSecrets;
}

/**
 * Unpacks a bundle into a workspace of its own, whose ids are those of the bundle. The failure is a sentence.
 *
 * @param put a folder of ours, which somebody else removes
 * @param passphrase opens the secrets that came along; `null` leaves them closed
 */
export async function unpackedBundle(
  file: string,
  put: string,
  passphrase: string | null,
): Promise<Outcome<UnpackedBundle, string>> {
  const bundle = await readBundleFile(file);
  if (!bundle.ok) return failed(bundle.failure.message);
  const brought = await broughtSecrets(path.basename(file), bundle.value, passphrase);
  if (!brought.ok) return brought;
  const folder = path.join(put, 'workspace');
  const userData = path.join(put, 'data');
  const ports = { userData, now: () => new Date(), fillRandom: getRandomValues, watch: false };
  const made = await createWorkspace(folder, bundle.value.name, ports);
  if (!made.ok) return failed(made.failure.message);
  try {
    const setting = { present: [], answers: new Map(), holds: () => false, fillRandom: getRandomValues };
    const imported = await importBundle(made.value, bundle.value, setting);
    const done = imported.ok ? await bringSilences(made.value, bundle.value) : imported;
    return done.ok ? succeeded({ folder, brought: brought.value }) : failed(done.failure.message);
  } finally {
    await made.value.close();
  }
}

async function broughtSecrets(
  name: string,
  { sealed }: ReadBundle,
  passphrase: string | null,
): Promise<Outcome<BroughtSecrets, string>> {
  if (sealed === null) return succeeded(new Map());
  if (passphrase === null) return succeeded('closed');
  const opened = await unsealSecrets(sealed.secrets, passphrase, sealed.boundTo);
  if (opened.ok)
    return succeeded(new Map(opened.value.map(({ holder, slot, value }) => [`${holder} ${slot}`, value])));
  return failed(
    opened.failure.code === 'damaged'
      ? `The secrets in ${name} are damaged: ask for it again, or run it without ${passphraseVariable}.`
      : `The secrets in ${name} do not open with ${passphraseVariable}: give it the passphrase that the bundle was made with.`,
  );
}
