import type { BundleChoice } from '#shared/bundle/bundle-reach.ts';
import { bundleEnding } from '#shared/bundle/bundle.ts';
import type { ExportViewFailure } from '#shared/bundle/export-view.ts';
import type { ChannelOutput, Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';
import { exportBundle, type ExportFailure, previewExport } from '../../bundle/export-bundle.ts';
import { exportView, openExportSource } from '../../bundle/open-export-source.ts';
import { secretsKeptHere } from '../../bundle/secrets-kept-here.ts';
import { writeFileAtomically } from '../../workspace/files/write-file-atomically.ts';

/** What exports need of the shell. */
export interface BundleShell {
  /** The version of the product, which a bundle names. */
  readonly version: string;
  /** Shows a file in the system's file browser. */
  readonly showFile: (file: string) => void;
}

type ExportHandlers = Pick<Handlers, 'bundle.preview-export' | 'bundle.export' | 'bundle.show'>;

/** Handlers of `bundle.export` and what belongs to it: the page says what to take, and a person where it goes. */
export function bundleExportHandlers(
  workbench: Pick<Workbench, 'current'>,
  dialogs: Pick<PersonDialogs, 'pickSaveFile'>,
  { showFile, version }: BundleShell,
): ExportHandlers {
  let written: string | null = null;
  const sourceNow = async () => {
    const { vault, workspace } = await workbench.current();
    const here = await secretsKeptHere(workspace, vault);
    if (!here.ok) return here;
    return succeeded({ here: here.value, source: openExportSource(workspace, here.value, version) });
  };
  const saved = async (text: string, name: string): Promise<ChannelOutput<'bundle.export'>> => {
    const file = await dialogs.pickSaveFile(`${documentSlug(name, 'flow')}${bundleEnding}`, 'bundle');
    if (file === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
    const outcome = await writeFileAtomically(file, text);
    if (!outcome.ok) {
      const message = `The bundle was not written to ${file}: ${outcome.failure.reason}.`;
      return failed({ code: 'not-written', message });
    }
    written = file;
    return succeeded({ file, sizeBytes: Buffer.byteLength(text) });
  };
  return {
    'bundle.preview-export': async (choice) => {
      const now = await sourceNow();
      if (!now.ok) return now;
      const preview = await previewExport(now.value.source, choice);
      return preview.ok
        ? succeeded(exportView(preview.value, choice, now.value.here))
        : failed(shown(preview.failure));
    },
    'bundle.export': async ({ passphrase, ...choice }) => {
      const now = await sourceNow();
      if (!now.ok) return now;
      const { source } = now.value;
      const made = await exportBundle(source, choice, passphrase);
      return made.ok ? saved(made.value, nameOf(source, choice)) : failed(shown(made.failure));
    },
    'bundle.show': () => {
      if (written !== null) showFile(written);
      return null;
    },
  };
}

/** A bundle of one flow is called after it, and one of several after the workspace. */
function nameOf(
  { documents, name }: ReturnType<typeof openExportSource>,
  { flows: [first, ...others] }: BundleChoice,
): string {
  const flow = documents.find(({ stored }) => stored.content.id === first);
  return flow === undefined || others.length > 0 ? name : flow.stored.content.name;
}

function shown({ inside, ...failure }: ExportFailure): ExportViewFailure {
  return inside === undefined ? failure : { ...failure, inside: inside.map((each) => ({ ...each })) };
}
