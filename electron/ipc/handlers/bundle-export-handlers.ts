import type { BundleChoice } from '#shared/bundle/bundle-reach.ts';
import { bundleEnding } from '#shared/bundle/bundle.ts';
import type { ExportViewFailure } from '#shared/bundle/export-view.ts';
import type { ChannelOutput, Handlers } from '#shared/ipc/contract.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';
import type { ExportFailure } from '../../bundle/export-bundle.ts';
import { exportWork } from '../../bundle/export-work.ts';
import { secretsKeptHere } from '../../bundle/secrets-kept-here.ts';
import { answeredOr, type BundleWork } from '../../bundle/work/work-in-thread.ts';
import { writeFileAtomically } from '../../workspace/files/write-file-atomically.ts';
import type { Workspace } from '../../workspace/workspace.ts';

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
  work: BundleWork,
  { showFile, version }: BundleShell,
): ExportHandlers {
  let written: string | null = null;
  const workNow = async (choice: BundleChoice) => {
    const current = await workbench.current();
    const { workspace } = current;
    const here = await secretsKeptHere(current);
    if (!here.ok) return here;
    const exported = await exportWork(workspace, choice, { version, secrets: here.value.known });
    return succeeded({ here: here.value, exported, name: bundleName(workspace, choice) });
  };
  const saved = async (bytes: Uint8Array, name: string): Promise<ChannelOutput<'bundle.export'>> => {
    const file = await dialogs.pickSaveFile(`${documentSlug(name, 'flow')}${bundleEnding}`, 'bundle');
    if (file === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
    const outcome = await writeFileAtomically(file, bytes);
    if (!outcome.ok) {
      const message = `The bundle was not written to ${file}: ${outcome.failure.reason}.`;
      return failed({ code: 'not-written', message });
    }
    written = file;
    return succeeded({ file, sizeBytes: bytes.length });
  };
  return {
    'bundle.preview-export': async (choice) => {
      const now = await workNow(choice);
      if (!now.ok) return now;
      const asked = work('preview', { ...now.value.exported, here: now.value.here });
      const preview = await answeredOr(asked, noMemory);
      return preview.ok ? preview : failed(shown(preview.failure));
    },
    'bundle.export': async ({ passphrase, ...choice }) => {
      const now = await workNow(choice);
      if (!now.ok) return now;
      const asked = work('export', { ...now.value.exported, passphrase });
      const made = await answeredOr(asked, noMemory);
      return made.ok ? saved(made.value, now.value.name) : failed(shown(made.failure));
    },
    'bundle.show': () => {
      if (written !== null) showFile(written);
      return null;
    },
  };
}

/** A bundle of one flow is called after it, and one of several after the workspace. */
function bundleName(
  workspace: Pick<Workspace, 'document' | 'name'>,
  { flows: [first, ...others] }: BundleChoice,
): string {
  const flow = first === undefined || others.length > 0 ? null : workspace.document(first);
  return flow?.document.name ?? workspace.name;
}

const noMemory = failed({
  code: 'too-large' as const,
  message: 'The bundle takes more memory than there is. Choose fewer flows.',
});

function shown({ inside, ...failure }: ExportFailure): ExportViewFailure {
  return inside === undefined ? failure : { ...failure, inside: inside.map((each) => ({ ...each })) };
}
