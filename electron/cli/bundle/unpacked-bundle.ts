import { getRandomValues } from 'node:crypto';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { importBundle, readBundleFile } from '../../bundle/import-bundle.ts';
import { createWorkspace } from '../../workspace/create-workspace.ts';

/**
 * Unpacks a bundle into a workspace of its own, and gives the folder of that. The failure is a sentence.
 *
 * @param put a folder of ours, which somebody else removes
 */
export async function unpackedBundle(file: string, put: string): Promise<Outcome<string, string>> {
  const bundle = await readBundleFile(file);
  if (!bundle.ok) return failed(bundle.failure.message);
  const folder = path.join(put, 'workspace');
  const userData = path.join(put, 'data');
  const ports = { userData, now: () => new Date(), fillRandom: getRandomValues, watch: false };
  const made = await createWorkspace(folder, bundle.value.name, ports);
  if (!made.ok) return failed(made.failure.message);
  try {
    const setting = { present: [], answers: new Map(), holds: () => false, fillRandom: getRandomValues };
    const imported = await importBundle(made.value, bundle.value, setting);
    return imported.ok ? succeeded(folder) : failed(imported.failure.message);
  } finally {
    await made.value.close();
  }
}
