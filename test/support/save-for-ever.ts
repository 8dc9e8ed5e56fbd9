// Run in a process of its own that gets killed: saves one flow again and again, with contents that can be told apart.
import { webcrypto } from 'node:crypto';
import { openWorkspace } from '#electron/workspace/workspace.ts';
import type { FlowId, NodeId } from '#shared/ids/ids.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import { newNode } from '#shared/nodes/new-node.ts';

const [folder = '', userData = ''] = process.argv.slice(3);

const opened = await openWorkspace(folder, {
  userData,
  now: () => new Date(),
  fillRandom: (bytes) => webcrypto.getRandomValues(bytes),
  watch: false,
});
if (!opened.ok) throw new Error(opened.failure.message);

const nodes = Array.from({ length: 200 }, (_, index) =>
  newNode(
    'message',
    `nd_${'abcdefghijkl'.slice(0, 9)}${String(index).padStart(3, '0').replace(/[01]/g, 'z').replace(/[89]/g, 'y')}` as NodeId,
    { x: index, y: 0 },
  ),
);
const flow = newFlow('fl_killedkilled' as FlowId, 'Killed', 'nd_startstartst' as NodeId);

for (let round = 0; ; round += 1) {
  // Every text of one content is the same letter, so that a mixture of two contents cannot hide.
  const letter = String.fromCharCode(97 + (round % 26));
  const document = {
    ...flow,
    name: round % 3 === 0 ? `Killed ${letter}` : `Also killed ${letter}`,
    nodes: nodes.map((node) => ({ ...node, name: letter.repeat(1000) })),
  };
  const saved = await opened.value.save({ document, revision: null, overwrite: true });
  if (!saved.ok) throw new Error(saved.failure.message);
  if (round === 2) process.stdout.write('saving\n');
}
