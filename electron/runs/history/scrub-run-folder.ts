import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runRecordSchema, type RunRecord } from '#shared/run-history/run-record.ts';
import type { Persona } from '#shared/settings/persona.ts';
import { writeFileAtomically } from '../../workspace/files/write-file-atomically.ts';
import type { ResponseBody } from '../../executor/response-body.ts';
import type { KnownSecrets } from '../known-secrets.ts';
import { scrubBody } from '../scrub-body.ts';
import { scrubLine } from '../scrub-told-event.ts';
import { NotWritten } from './not-written.ts';
import { bodyKinds, type RunFiles } from './run-files.ts';

type Secrets = Pick<KnownSecrets, 'scrubber' | 'scrubBytes'>;

/** Characters that are looked through before others have a turn. */
const charactersPerTurn = 1_000_000;

/**
 * Takes out of a run's files what has become a secret since they were written: an answer that turned out to be a token, a
 * body that held what a later call sends. A file in which there is nothing is not touched.
 */
export async function scrubRunFolder(files: RunFiles, secrets: Secrets): Promise<void> {
  await scrubFile(files.record, (bytes) => recordBytes(bytes, secrets));
  await scrubEventFile(files.events, secrets);
  for (const name of await readdir(files.bodies).catch(() => [])) {
    const kind = bodyKinds.find((each) => name.endsWith(`.${each}`));
    if (kind === undefined) continue;
    await scrubBodyFile(path.join(files.bodies, name), kind, secrets);
    await nextTurn();
  }
}

/** Takes what is secret out of the file of a body, under all its names. */
export function scrubBodyFile(file: string, kind: ResponseBody['kind'], secrets: Secrets): Promise<void> {
  return scrubFile(file, (bytes) => scrubBody(bytes, kind, secrets));
}

/** A record without what is secret now; inputs and a persona that held a secret are not known any more. */
export function scrubRecord(record: RunRecord, { scrubber }: Pick<Secrets, 'scrubber'>): RunRecord {
  const { scrub } = scrubber;
  const isHidden = (text: string): boolean => scrub(text) !== text;
  const hidden = Object.entries(record.inputs ?? {}).some((pair) => pair.some(isHidden));
  return {
    ...record,
    name: scrub(record.name),
    nodes: record.nodes.map((node) => ({ ...node, name: scrub(node.name) })),
    inputs: hidden ? null : record.inputs,
    ...(textsOf(record.persona).some(isHidden) && { persona: null }),
  };
}

function textsOf(persona: Persona | null | undefined): readonly string[] {
  return persona === null || persona === undefined
    ? []
    : [persona.platform, ...persona.user.flatMap(({ name, value }) => [name, value])];
}

function recordBytes(bytes: Uint8Array, secrets: Secrets): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  if (secrets.scrubber.ranges(text).length === 0) return bytes;
  const parsed = runRecordSchema.safeParse(JSON.parse(text));
  const clean = parsed.success ? scrubRecord(parsed.data, secrets) : null;
  return Buffer.from(clean === null ? secrets.scrubber.scrub(text) : JSON.stringify(clean), 'utf8');
}

async function scrubEventFile(file: string, secrets: Secrets): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const clean: string[] = [];
  let isChanged = false;
  let seen = 0;
  for (const line of text.split('\n')) {
    const scrubbed = line === '' ? line : scrubLine(line, secrets);
    isChanged ||= scrubbed !== line;
    clean.push(scrubbed);
    seen += line.length;
    if (seen < charactersPerTurn) continue;
    seen = 0;
    await nextTurn();
  }
  if (isChanged) await written(file, clean.join('\n'));
}

async function scrubFile(file: string, scrub: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return;
  const clean = scrub(bytes);
  if (clean === bytes) return;
  // The run still works with this very file under another name; both must be clean.
  const isShared = (await stat(file)).nlink > 1;
  await (isShared ? writeFile(file, clean, { mode: 0o600 }) : written(file, clean));
}

async function written(file: string, content: string | Uint8Array): Promise<void> {
  const outcome = await writeFileAtomically(file, content, { mode: 0o600 });
  if (!outcome.ok) throw new NotWritten(outcome.failure.reason);
}
