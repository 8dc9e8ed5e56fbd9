import { getRandomValues } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleSummary } from '#shared/bundle/bundle-summary.ts';
import {
  type ImportAnswer,
  importAnswers,
  type ImportEntry,
  importPlan,
} from '#shared/bundle/import-plan.ts';
import type { PlacedDocument } from '#shared/bundle/make-bundle.ts';
import type { ReadBundle } from '#shared/bundle/read-bundle.ts';
import { unreadHere } from '#shared/bundle/unread-here.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import { bringSilences } from '../../bundle/bring-silences.ts';
import { importBundle, readBundleFile } from '../../bundle/import-bundle.ts';
import { lookForFiles } from '../../bundle/look-for-files.ts';
import { createWorkspace } from '../../workspace/create-workspace.ts';
import { readWorkspace } from '../../workspace/read-workspace.ts';
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts';
import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import type { CommandOptions } from '../command-options.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { printableText } from '../printable-text.ts';
import { reportBundle } from './report-bundle.ts';

const options = {
  'on-conflict': {
    type: 'string',
    value: 'ANSWER',
    values: importAnswers,
    help: 'what to do with a document that the workspace has in another version: keep-both, replace or skip; without it such an import is refused, and nothing is written',
  },
  'dry-run': { type: 'boolean', help: 'says what would be done, and writes nothing' },
} as const satisfies CommandOptions;

const help = commandHelp({
  usage: 'flowbench import BUNDLE WORKSPACE [options]',
  about: `Puts what is in a bundle into a workspace's folder: all of it, or nothing. A folder that is new or empty becomes a workspace.
What the workspace has already, word for word, stays as it is.`,
  groups: [{ options }],
  notes: `What is replaced is not kept anywhere: commit the workspace first. Secrets are entered in the application, or given to
flowbench run; those that travel along behind a passphrase are taken by the application alone.

Exit codes: 0 imported, 1 refused, 2 used wrongly, 3 the bundle or the workspace cannot be read or written.`,
  examples: ['flowbench import acme-shop.flowbundle.json ./acme-shop --on-conflict keep-both'],
});

/** `flowbench import`: a bundle into a workspace's folder. */
export const importCommand: Command = {
  name: 'import',
  summary: 'puts a bundle into a workspace',
  help,
  options,
  operands: { files: true, words: [] },
  run: imported,
};

async function imported(surroundings: CommandSurroundings): Promise<ExitCode> {
  const { args, folder, say } = surroundings;
  const read = parsedArguments('import', args, options);
  if (!read.ok || read.value.positionals.length !== 2) {
    say(read.ok ? 'flowbench import takes a bundle and the folder of a workspace.' : read.failure);
    return 2;
  }
  const { positionals, values } = read.value;
  const answer = importAnswers.find((each) => each === values['on-conflict']);
  if (answer === undefined && values['on-conflict'] !== undefined) {
    say(`--on-conflict is one of ${importAnswers.join(', ')}.`);
    return 2;
  }
  const [file = '', target = ''] = positionals.map((each) => path.resolve(folder, each));
  const bundle = await readBundleFile(file);
  if (!bundle.ok) {
    say(bundle.failure.message);
    return bundle.failure.code === 'unreadable' ? 3 : 1;
  }
  say(reportBundle(bundleSummary(bundle.value)));
  return imports(surroundings, bundle.value, { target, answer, isDry: values['dry-run'] === true });
}

interface Wanted {
  readonly target: string;
  readonly answer: ImportAnswer | undefined;
  readonly isDry: boolean;
}

async function imports(
  { print, say }: CommandSurroundings,
  bundle: ReadBundle,
  { answer, isDry, target }: Wanted,
): Promise<ExitCode> {
  const found = await presentIn(target);
  if (!found.ok) {
    say(printableText(found.failure));
    return 3;
  }
  const present = found.value;
  const files = await lookForFiles(target, bundle);
  const plan = importPlan(bundle.documents, present, files);
  const conflicts = plan.filter(({ state }) => state === 'conflict');
  for (const entry of plan.filter((each) => each.state !== 'new')) say(printableText(whatIsThere(entry)));
  for (const line of notQuieted(bundle, present)) say(printableText(line));
  if (conflicts.length > 0 && answer === undefined) {
    say(
      'Nothing was imported. Say with --on-conflict what becomes of documents that are there in another version.',
    );
    return 1;
  }
  if (isDry) return 0;
  const answers = new Map(conflicts.map(({ id }) => [id as string, answer ?? 'skip']));
  const setting = { present, files, answers, holds: () => false, fillRandom: getRandomValues };
  const done = await inWorkspace(target, bundle.name, async (workspace) => {
    const imported = await importBundle(workspace, bundle, setting);
    if (!imported.ok || present.length > 0) return imported;
    const brought = await bringSilences(workspace, bundle);
    return brought.ok ? imported : brought;
  });
  if (!done.ok) {
    say(done.failure.message);
    return 3;
  }
  for (const { document, file } of done.value.documents) print(printableText(`${file}  ${document.name}`));
  return 0;
}

function whatIsThere({ isSameDocument, name, otherFiles = [], state }: ImportEntry): string {
  if (state === 'same') return `${name}: is there already`;
  const files = otherFiles.map((file) => `${file} is there with other content`);
  return `${name}: ${[...(isSameDocument ? [] : ['is there in another version']), ...files].join(', ')}`;
}

/** What of a bundle stays away from a workspace that has more than came with it. */
function notQuieted({ silenced }: ReadBundle, present: readonly PlacedDocument[]): readonly string[] {
  if (present.length === 0 || silenced.length === 0) return [];
  const rules = silenced.map(({ rule }) => rule).join(', ');
  return [`It silences ${rules}. That is not taken: this workspace has documents of its own.`];
}

/** The documents of a workspace; none in a folder that can become one. The failure is a sentence. */
async function presentIn(folder: string): Promise<Outcome<readonly PlacedDocument[], string>> {
  const read = await readWorkspace(folder);
  if (read.ok) {
    const { documents, problemFiles, problems } = read.value;
    const unread = unreadHere([...problemFiles.map(({ problem }) => problem), ...problems]);
    return unread === null ? succeeded(documents) : failed(unread);
  }
  const names = await readdir(folder).catch(() => []);
  return names.length === 0 ? succeeded([]) : failed(`${folder} is not a workspace, and not empty.`);
}

/** Opens a workspace, or makes it, for as long as something is done in it. */
async function inWorkspace<Value, Failure>(
  folder: string,
  name: string,
  work: (workspace: Workspace) => Promise<Outcome<Value, Failure>>,
): Promise<Outcome<Value, Failure | OpenFailure>> {
  const userData = await mkdtemp(path.join(tmpdir(), 'flowbench-import-'));
  try {
    const ports = { userData, now: () => new Date(), fillRandom: getRandomValues, watch: false };
    const found = await openWorkspace(folder, ports);
    const opened = found.ok ? found : await createWorkspace(folder, name, ports);
    if (!opened.ok) return opened;
    const done = await work(opened.value);
    await opened.value.close();
    return done;
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
}
