import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { FlowId } from '#shared/ids/ids.ts';
import type { ChannelInput, ChannelOutput, Handlers } from '#shared/ipc/contract.ts';
import { unreadHere } from '#shared/bundle/unread-here.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import type { PersonDialogs } from '../../app/person-dialogs.ts';
import type { Workbench } from '../../app/workbench.ts';
import { importIntoOpen } from '../../bundle/import-into-open.ts';
import type { BundleSource } from '../../bundle/work/bundle-tasks.ts';
import { inSlices } from '../../bundle/work/in-slices.ts';
import { answeredOr, type BundleWork } from '../../bundle/work/work-in-thread.ts';
import { placedDocument, type WrittenDocument, writtenDocument } from '../../bundle/work/written-document.ts';
import type { BroughtFile } from '../../workspace/withdrawn-files.ts';
import type { Workspace } from '../../workspace/workspace.ts';

type ImportHandlers = Pick<
  Handlers,
  | 'bundle.pick'
  | 'bundle.read'
  | 'bundle.compare'
  | 'bundle.forget'
  | 'bundle.import'
  | 'bundle.withdraw-files'
  | 'bundle.bring-back-files'
>;

/** A bundle that somebody looks at. */
interface LookedAt {
  readonly handle: string;
  /** The workspace that it was held against. */
  readonly opening: string;
  /** The ids of its documents, in their order. */
  readonly ids: readonly string[];
}

/** The attachments that an import brought, and the workspace that they are in. */
interface Brought {
  readonly opening: string;
  readonly brought: readonly BroughtFile[];
}

/**
 * Handlers of `bundle.import` and what belongs to it. A bundle stays where it was read until it is imported, one at a time;
 * the page has a handle of it, and what there is to see.
 *
 * @param onSecret hears of each value before anything is done with it, so that the log can keep it out
 */
export function bundleImportHandlers(
  workbench: Pick<Workbench, 'current'>,
  dialogs: Pick<PersonDialogs, 'pickBundle'>,
  work: BundleWork,
  onSecret: (value: string) => void,
): ImportHandlers {
  let lookedAt: LookedAt | null = null;
  const broughtBy = new Map<string, Brought>();
  /** What an import brought into the workspace that is open. */
  const broughtHere = async (handle: string) => {
    const { opening, workspace } = await workbench.current();
    const known = broughtBy.get(handle);
    return { workspace, brought: known?.opening === opening ? known.brought : [] };
  };
  const shown = async (file: string, source: BundleSource): Promise<ChannelOutput<'bundle.pick'>> => {
    const handle = randomUUID();
    const read = await answeredOr(work('read', { handle, source }), noMemory(file));
    if (!read.ok) return read;
    const { opening, workspace } = await workbench.current();
    const unread = unreadHere(workspace.snapshot().problems);
    if (unread !== null) return failed({ code: 'unreadable', message: unread });
    lookedAt = { handle, opening, ids: read.value };
    const view = await work('view', {
      handle,
      file,
      folder: workspace.folder,
      present: await presentFor(workspace, read.value),
    });
    return view === null
      ? failed({ code: 'cancelled', message: 'Another file was chosen.' })
      : succeeded(view);
  };
  const imported = async (
    { handle, ids }: LookedAt,
    { answers, passphrase, secrets }: ChannelInput<'bundle.import'>,
  ): Promise<ChannelOutput<'bundle.import'>> => {
    const { opening, vault, workspace } = await workbench.current();
    const kept = await vault.kept(workspace.id);
    if (!kept.ok) return failed({ code: 'not-written', message: kept.failure.message });
    const held = new Set(kept.value.map(({ document, slot }) => `${document} ${slot}`));
    const present = await presentFor(workspace, ids);
    const taken = await work('take', {
      handle,
      folder: workspace.folder,
      present,
      answers,
      passphrase,
      held,
    });
    if (taken === null) return failed(gone);
    if (!taken.ok) return taken;
    const documents = await inSlices(taken.value.documents, ({ file, text, ...document }) => ({
      ...document,
      ...placedDocument({ file, text }),
    }));
    const target = { workspace, vault, onSecret };
    const done = await importIntoOpen({ ...taken.value, documents }, secrets, held, target);
    if (!done.ok) return done;
    const { brought, ids: own, left, troubles, ...rest } = done.value;
    broughtBy.set(handle, { opening, brought });
    // The flow that was chosen comes first, also where it was here already.
    const opens = (own.get(taken.value.opens ?? '') ?? taken.value.opens) as FlowId | null;
    return succeeded({
      ...rest,
      documents: [...rest.documents],
      opens,
      left: [...left],
      troubles: [...troubles],
    });
  };
  return {
    'bundle.pick': async () => {
      const file = await dialogs.pickBundle();
      if (file === null) return failed({ code: 'cancelled', message: 'No file was chosen.' });
      return shown(path.basename(file), { file });
    },
    'bundle.read': ({ name, text }) => shown(path.basename(name), { name: path.basename(name), text }),
    'bundle.compare': async (asked) => {
      const difference = lookedAt?.handle === asked.handle ? await work('compare', asked) : null;
      return difference === null ? failed(gone) : succeeded(difference);
    },
    'bundle.forget': async ({ handle }) => {
      if (lookedAt?.handle === handle) lookedAt = null;
      return work('forget', { handle });
    },
    'bundle.import': async (wish) => {
      const { opening } = await workbench.current();
      if (lookedAt?.handle !== wish.handle || lookedAt.opening !== opening) return failed(gone);
      const done = await imported(lookedAt, wish);
      if (done.ok) {
        lookedAt = null;
        await work('forget', { handle: wish.handle });
      }
      return done;
    },
    'bundle.withdraw-files': async ({ handle }) => {
      const { brought, workspace } = await broughtHere(handle);
      await workspace.withdrawFiles(brought);
      return null;
    },
    'bundle.bring-back-files': async ({ handle }) => {
      const { brought, workspace } = await broughtHere(handle);
      await workspace.bringBackFiles(brought);
      return null;
    },
  };
}

/** A bundle for which the thread has not the memory is refused like one that cannot be read. */
function noMemory(file: string) {
  const message = `${file} cannot be read: it takes more memory than there is.`;
  return failed({ code: 'unreadable' as const, message });
}

/** The documents of a workspace that matter to a bundle: those that it has too, and the defaults, which there are once. */
function presentFor(
  workspace: Pick<Workspace, 'placed'>,
  ids: readonly string[],
): Promise<readonly WrittenDocument[]> {
  const wanted = new Set(ids);
  const matters = workspace.placed().filter(({ stored: { content } }) => {
    const isDefaults = content.format === 'flowbench.environment' && content.defaults === true;
    return wanted.has(content.id) || isDefaults;
  });
  return inSlices(matters, writtenDocument);
}

const gone = {
  code: 'gone',
  message: 'This bundle is not open any more. Choose its file again.',
} as const;
