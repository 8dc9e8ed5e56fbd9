import { randomUUID, webcrypto } from 'node:crypto';
import path from 'node:path';
import { importView } from '#shared/bundle/import-view.ts';
import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import type { FlowId } from '#shared/ids/ids.ts';
import type { ChannelOutput, Handlers } from '#shared/ipc/contract.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';
import { type BundleFileFailure, readBundleFile, readBundleText } from '../../bundle/import-bundle.ts';
import { importIntoOpen } from '../../bundle/import-into-open.ts';

type ImportHandlers = Pick<Handlers, 'bundle.pick' | 'bundle.read' | 'bundle.forget' | 'bundle.import'>;

/** A bundle that somebody looks at. */
interface LookedAt {
  readonly handle: string;
  /** The workspace that it was held against. */
  readonly opening: string;
  readonly bundle: ReadBundle;
}

/**
 * Handlers of `bundle.import` and what belongs to it. A bundle stays here from reading to importing, one at a time; the page
 * has a handle of it, and what there is to see.
 *
 * @param onSecret hears of each value before anything is done with it, so that the log can keep it out
 */
export function bundleImportHandlers(
  workbench: Pick<Workbench, 'current'>,
  dialogs: Pick<PersonDialogs, 'pickBundle'>,
  onSecret: (value: string) => void,
): ImportHandlers {
  let lookedAt: LookedAt | null = null;
  const shown = async (
    file: string,
    read: Outcome<ReadBundle, BundleFileFailure>,
  ): Promise<ChannelOutput<'bundle.pick'>> => {
    if (!read.ok) return read;
    const { opening, workspace } = await workbench.current();
    const handle = randomUUID();
    lookedAt = { handle, opening, bundle: read.value };
    return succeeded(importView(read.value, workspace.placed(), { file, handle }));
  };
  return {
    'bundle.pick': async () => {
      const file = await dialogs.pickBundle();
      if (file === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      return shown(path.basename(file), await readBundleFile(file));
    },
    'bundle.read': ({ name, text }) => shown(path.basename(name), readBundleText(path.basename(name), text)),
    'bundle.forget': ({ handle }) => {
      if (lookedAt?.handle === handle) lookedAt = null;
      return null;
    },
    'bundle.import': async ({ handle, ...wish }) => {
      const { opening, vault, workspace } = await workbench.current();
      if (lookedAt?.handle !== handle || lookedAt.opening !== opening) return failed(gone);
      const { bundle } = lookedAt;
      const fillRandom = (bytes: Uint8Array) => webcrypto.getRandomValues(bytes);
      const imported = await importIntoOpen(bundle, wish, { workspace, vault, fillRandom, onSecret });
      if (!imported.ok) return imported;
      lookedAt = null;
      const { documents, ids, kept, left, troubles } = imported.value;
      const [first] = bundle.flows;
      const opens = first === undefined ? null : ((ids.get(first) ?? first) as FlowId);
      return succeeded({
        documents: [...documents],
        opens,
        kept,
        left: [...left],
        troubles: [...troubles],
      });
    },
  };
}

const gone = {
  code: 'gone',
  message: 'This bundle is not open any more. Choose its file again.',
} as const;
