import { type BundleChoice, bundleReach } from '#shared/bundle/bundle-reach.ts';
import type { NeededSecret } from '#shared/bundle/bundle.ts';
import { bundleLimits } from '#shared/bundle/bundle-limits.ts';
import { filesExcess } from '#shared/bundle/files-excess.ts';
import { makeBundle, type PlacedDocument } from '#shared/bundle/make-bundle.ts';
import { neededSecrets } from '#shared/bundle/needed-secrets.ts';
import type { SilencedRule } from '#shared/lint/silenced-rule.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { isPassphraseShort, shortestPassphrase } from '#shared/secret/passphrase.ts';
import { bundleSha256 } from './bundle-digest.ts';
import { sealSecrets } from './sealed-secrets.ts';
import { type NamedSecret, type SecretInside, secretsInside } from './secrets-inside.ts';

/** What an export needs from the workspace that it takes from. */
export interface ExportSource {
  /** What the bundle is called: the workspace's name. */
  readonly name: string;
  /** The version of the product. */
  readonly version: string;
  readonly documents: readonly PlacedDocument[];
  /** The rules of the linter that it silences for all of it. */
  readonly silenced: readonly SilencedRule[];
  /** The bytes of a file that bodies send, or why there are none, in a sentence. */
  readonly readFile: (name: string) => Promise<Outcome<Uint8Array, string>>;
  /** Every secret that is known here, also those that the chosen flows do not need: none may stand in the bundle. */
  readonly secrets: () => Promise<readonly KnownHere[]>;
}

/** A secret that is known here, by the document that has it and its slot; `null` for one that no document has. */
export interface KnownHere extends NamedSecret {
  readonly holder: string | null;
  readonly slot: string | null;
}

/** What goes into a bundle, to look at before it is made. */
export interface ExportPreview {
  readonly documents: readonly PlacedDocument[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly secrets: readonly NeededSecret[];
  /** What the flows name and the workspace does not have, a sentence each. */
  readonly missing: readonly string[];
}

/** Why there is no bundle; `message` is a sentence for people. */
export interface ExportFailure {
  readonly code: 'nothing-chosen' | 'file-missing' | 'too-large' | 'secret-inside' | 'passphrase-short';
  readonly message: string;
  /** Where values of secrets stand, for `secret-inside`. */
  readonly inside?: readonly SecretInside[];
}

/** Collects what goes into a bundle, and refuses what may not leave. */
export async function previewExport(
  source: ExportSource,
  choice: BundleChoice,
): Promise<Outcome<ExportPreview, ExportFailure>> {
  const byId = new Map<string, PlacedDocument>(
    source.documents.map((each) => [each.stored.content.id, each]),
  );
  const reach = bundleReach(
    source.documents.map(({ stored }) => stored.content),
    choice,
  );
  const documents = reach.documents.flatMap(({ id }) => byId.get(id) ?? []);
  if (!documents.some(({ stored }) => stored.content.format === 'flowbench.flow'))
    return failed({ code: 'nothing-chosen', message: 'Choose at least one flow to export.' });
  const files = await readFiles(source, reach.files);
  if (!files.ok) return files;
  const { name, silenced, version } = source;
  const leaving = { name, version, silenced, flows: choice.flows, documents, files: files.value };
  const inside = secretsInside(leaving, distinct(await source.secrets()));
  if (inside.length > 0) return failed(notLeaving(inside));
  const secrets = neededSecrets(documents.map(({ stored }) => stored.content));
  return succeeded({ documents, files: files.value, secrets, missing: reach.missing });
}

/**
 * Makes the text of a bundle.
 *
 * @param passphrase where secrets travel along: those that the flows need and that are known here
 */
export async function exportBundle(
  source: ExportSource,
  choice: BundleChoice,
  passphrase: string | null,
): Promise<Outcome<string, ExportFailure>> {
  if (passphrase !== null && isPassphraseShort(passphrase)) {
    const message = `The passphrase is too short: give it at least ${String(shortestPassphrase)} characters.`;
    return failed({ code: 'passphrase-short', message });
  }
  const preview = await previewExport(source, choice);
  if (!preview.ok) return preview;
  const { documents, files, secrets } = preview.value;
  const seal = passphrase === null ? {} : { seal: sealer(source, secrets, passphrase) };
  const { name, silenced, version } = source;
  const text = await makeBundle(
    { name, version, silenced, flows: choice.flows, documents, files, ...seal },
    bundleSha256,
  );
  if (Buffer.byteLength(text) <= bundleLimits.sizeBytes) return succeeded(text);
  return failed({
    code: 'too-large',
    message: 'The bundle would have more than 100 MB. Choose fewer flows.',
  });
}

function sealer({ secrets: known }: ExportSource, needed: readonly NeededSecret[], passphrase: string) {
  return async (boundTo: string) => {
    const values = new Map(
      (await known()).map(({ holder, slot, value }) => [`${String(holder)} ${String(slot)}`, value]),
    );
    const taken = needed.flatMap(({ holder, slot }) => {
      const value = values.get(`${holder} ${slot}`);
      return value === undefined ? [] : [{ holder, slot, value }];
    });
    return sealSecrets(taken, passphrase, boundTo);
  };
}

async function readFiles(
  { readFile }: ExportSource,
  names: readonly string[],
): Promise<Outcome<readonly { readonly name: string; readonly bytes: Uint8Array }[], ExportFailure>> {
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const name of names) {
    const read = await readFile(name);
    if (!read.ok) return failed({ code: 'file-missing', message: read.failure });
    files.push({ name, bytes: read.value });
    const large = filesExcess(files.map((each) => ({ name: each.name, sizeBytes: each.bytes.length })));
    if (large !== null)
      return failed({
        code: 'too-large',
        message: `Nothing was exported: ${large}. Make it smaller, or choose fewer flows.`,
      });
  }
  return succeeded(files);
}

/** A secret that several documents have is looked for once. */
function distinct(secrets: readonly NamedSecret[]): readonly NamedSecret[] {
  return [...new Map(secrets.map((secret) => [`${secret.name} ${secret.value}`, secret])).values()];
}

/** Names the secrets and never shows them. */
function notLeaving(inside: readonly SecretInside[]): ExportFailure {
  const places = inside.slice(0, 3).map(({ name, where }) => `the value of ${name} stands in ${where}`);
  const more = inside.length > 3 ? `, and ${String(inside.length - 3)} more` : '';
  return {
    code: 'secret-inside',
    message: `Nothing was exported: ${places.join(', ')}${more}. Take it out there, and export again.`,
    inside,
  };
}
