import type { BundleChoice } from '#shared/bundle/bundle-reach.ts';
import type { ExportView } from '#shared/bundle/export-view.ts';
import { documentKind } from '#shared/workspace/document.ts';
import type { ExportPreview } from './export-bundle.ts';
import type { SecretsHere } from './secrets-kept-here.ts';

/** What goes into a bundle, for a person to look at. */
export function exportView(
  { documents, files, missing, secrets }: ExportPreview,
  choice: BundleChoice,
  here: SecretsHere,
): ExportView {
  const chosen = new Set<string>([...choice.flows, ...choice.environments]);
  const known = new Set(here.known.map(({ holder, slot }) => `${String(holder)} ${String(slot)}`));
  return {
    documents: documents.map(({ file, stored: { content } }) => ({
      id: content.id,
      kind: documentKind(content),
      name: content.name,
      file,
      isChosen: chosen.has(content.id),
    })),
    files: files.map(({ bytes, name }) => ({ name, sizeBytes: bytes.length })),
    needed: secrets.map(({ holder, name, origin, purpose, slot }) => ({
      name,
      purpose,
      ...(origin === undefined ? {} : { origin }),
      isHere: known.has(`${holder} ${slot}`),
    })),
    missing: [...missing],
    unopened: [...here.unopened],
  };
}
