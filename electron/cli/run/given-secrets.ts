import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { namedSlots } from '#shared/secret/secret-names.ts';
import type { RunVault } from '../../runs/run-ports.ts';
import type { LoadedWorkspace } from './loaded-workspace.ts';
import { passphraseVariable } from '../bundle/passphrase-variable.ts';
import type { BroughtSecrets } from '../bundle/unpacked-bundle.ts';
import { secretPrefix, secretsOfProcess } from '../secrets-of-process.ts';
import { readGiven } from './read-given.ts';

/** The secrets that a run was given. */
export interface GivenSecrets {
  readonly vault: RunVault;
  /** Every value, so that none is shown, used or not. */
  readonly values: readonly string[];
  /** Says that the bundle brings secrets along, where one is needed and they are closed; else `null`. */
  readonly hint: string | null;
}

const secretsFileSchema = z.record(z.string(), z.string());

/**
 * Takes the secrets of a workspace by their names, from the environment of the process or from a file that only its owner may
 * read; those that came along in a bundle are what is left without a value. The failure is a sentence and quotes nothing of
 * the file.
 */
export async function givenSecrets(
  workspace: Pick<LoadedWorkspace, 'brought' | 'endpoints' | 'environments'>,
  env: Readonly<Record<string, string | undefined>>,
  file: string | null,
): Promise<Outcome<GivenSecrets, string>> {
  const given = file === null ? succeeded(secretsOfProcess(env)) : await ofFile(file);
  if (!given.ok) return given;
  const names = new Map(
    namedSlots(workspace.endpoints, workspace.environments).map(({ name, slot }) => [slot, name]),
  );
  const { brought } = workspace;
  const opened = brought === 'closed' ? new Map<string, string>() : brought;
  const read: RunVault['read'] = ({ documentId, slot }) => {
    const name = names.get(slot) ?? '';
    const value = given.value.get(name) ?? opened.get(`${documentId} ${slot}`);
    return Promise.resolve(
      value === undefined
        ? { state: 'missing', wayOn: wayToGive(name, file, brought) }
        : { state: 'set', value },
    );
  };
  const lacksAny = [...names.values()].some((name) => !given.value.has(name));
  return succeeded({
    vault: { read },
    values: [...given.value.values(), ...opened.values()],
    hint: brought === 'closed' && lacksAny ? closedHint : null,
  });
}

const closedHint = `The bundle brings secrets along: set ${passphraseVariable} to the passphrase that opens them.`;

/** What to do about a secret without a value, from where they are taken here. */
function wayToGive(name: string, file: string | null, brought: BroughtSecrets): string {
  const way = file === null ? `Set ${secretPrefix}${name}` : `Write ${name} into ${file}`;
  return brought === 'closed'
    ? `${way}, or set ${passphraseVariable} to open the secrets of the bundle.`
    : `${way}.`;
}

async function ofFile(file: string): Promise<Outcome<ReadonlyMap<string, string>, string>> {
  const found = await stat(file).catch(() => null);
  if (found !== null && (found.mode & 0o077) !== 0 && process.platform !== 'win32')
    return failed(`${file} holds secrets and others may read it. Give it the mode 0600.`);
  const text = await readGiven(file);
  if (!text.ok) return text;
  const parsed = secretsFileSchema.safeParse(plainJson(text.value));
  if (!parsed.success)
    return failed(`${file} is no JSON object of texts, such as { "SHOP_API_TOKEN": "…" }.`);
  return succeeded(new Map(Object.entries(parsed.data).filter(([, value]) => value !== '')));
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
