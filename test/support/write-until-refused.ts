// Run in a process of its own with a limit on files: writes down one run until the disk refuses, and prints what is said.
import path from 'node:path';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { RunHistory } from '#electron/runs/history/run-history.ts';
import { newId } from '#shared/ids/ids.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { toldEvents } from './told-events.ts';

const [folder = ''] = process.argv.slice(3);
const said: string[] = [];
const history = new RunHistory({
  folder: path.join(folder, 'runs'),
  secrets: new KnownSecrets(),
  limits: () => ({ mostRuns: 1000, mostBytes: 500_000_000 }),
  publish: ({ trouble }) => {
    if (trouble !== null) said.push(trouble);
  },
  note: () => undefined,
});
const flow = storyFlow({ name: 'Refused', nodes: [['Start', 'start', {}]], connections: [] });
const runId = newId('rn', (bytes) => crypto.getRandomValues(bytes));
const diary = history.begin({
  runId,
  origin: { type: 'flow' },
  name: flow.name,
  flow,
  others: [],
  inputs: null,
  persona: null,
});
for (const event of toldEvents(runId, flow.id, 500)) {
  diary.events([event]);
  if (event.seq % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 60));
}
diary.end();
await history.close();
process.stdout.write(`${said.join(' ')}\n`);
