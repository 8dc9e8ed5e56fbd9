// Run in a process of its own, with limits or without permissions: makes one change of each kind and prints how it went.
import { webcrypto } from 'node:crypto';
import { openWorkspace } from '#electron/workspace/workspace.ts';
import { writeFileAtomically } from '#electron/workspace/files/write-file-atomically.ts';
import type { FlowId } from '#shared/ids/ids.ts';

const [folder = '', userData = '', user = ''] = process.argv.slice(3);

// Root may do everything, so it has to become somebody who may not.
if (user !== '' && process.getuid?.() === 0) {
  process.setegid?.(Number(user));
  process.seteuid?.(Number(user));
}

const notes: string[] = [];
const opened = await openWorkspace(folder, {
  userData,
  now: () => new Date(),
  fillRandom: (bytes) => webcrypto.getRandomValues(bytes),
  watch: false,
  note: (sentence) => notes.push(sentence),
});
if (!opened.ok) throw new Error(opened.failure.message);

const id = 'fl_orderlookupo' as FlowId;
const stored = opened.value.document(id);
if (stored?.document.format !== 'flowbench.flow') throw new Error('no such flow');
const { document, revision } = stored;
const long = { ...document, nodes: document.nodes.map((node) => ({ ...node, name: 'x'.repeat(100_000) })) };

const results = {
  problems: opened.value.snapshot().problems,
  notes: notes.length,
  saved: await opened.value.save({ document: long, revision, overwrite: false }),
  renamed: await opened.value.save({ document: { ...long, name: 'Renamed' }, revision, overwrite: false }),
  removed: await opened.value.remove(id),
  attached: await opened.value.attach(`${folder}/flowbench.json`),
  written: await writeFileAtomically(`${folder}/big`, 'x'.repeat(1_000_000)),
};
process.stdout.write(`${JSON.stringify(results)}\n`);
