// Run in a process of its own that gets killed: writes down one run after the other, each with events and a body.
import path from 'node:path';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { RunHistory } from '#electron/runs/history/run-history.ts';
import { newId } from '#shared/ids/ids.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { toldEvents } from './told-events.ts';

const [folder = ''] = process.argv.slice(3);
const secrets = new KnownSecrets();
const history = new RunHistory({
  folder: path.join(folder, 'runs'),
  secrets,
  limits: () => ({ mostRuns: 1000, mostBytes: 500_000_000 }),
  publish: () => undefined,
  note: (sentence) => process.stderr.write(`${sentence}\n`),
});
const flow = storyFlow({ name: 'Written', nodes: [['Start', 'start', {}]], connections: [] });
const body = Buffer.from('{"whole":true}');

for (let round = 0; ; round += 1) {
  const runId = newId('rn', (bytes) => crypto.getRandomValues(bytes));
  const diary = history.begin({
    runId,
    origin: { type: 'flow' },
    name: flow.name,
    flow,
    others: [],
    inputs: {},
    persona: null,
  });
  const events = toldEvents(runId, flow.id, 40);
  for (const event of events) {
    diary.events([event]);
    if (event.seq % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  diary.body({
    handle: { handle: 'body-1', sizeBytes: body.byteLength, contentType: null, kind: 'json' },
    file: null,
    cleanAt: 0,
    read: () => Promise.resolve(body),
  });
  diary.end();
  if (round !== 1) continue;
  await history.close();
  process.stdout.write('writing\n');
}
