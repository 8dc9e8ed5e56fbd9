// A workspace with one conversation that asks for every type of answer, and a long one that waits for a server.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { freshFolder } from './launch-app.ts';

const express = storyId('ch', 'Express');
const pickup = storyId('ch', 'Pick up');

/** Asks for an answer of every type; one choice has a way of its own. */
export const delivery = storyFlow({
  name: 'Delivery',
  nodes: [
    ['Start', 'start', {}],
    ['Hello', 'message', { text: 'Hello {{@request.user.first_name}} on {{@request.platform}}' }],
    ['Mail', 'prompt', { text: 'Your email?', answerType: 'email', variable: 'mail' }],
    ['Phone', 'prompt', { text: 'Your phone?', answerType: 'phone', variable: 'phone' }],
    [
      'Day',
      'prompt',
      {
        text: 'Which day?',
        answerType: 'date',
        variable: 'day',
        dateRules: { earliest: '2025-03-01', latest: '2025-03-31' },
      },
    ],
    ['Gift', 'prompt', { text: 'Is it a gift?', answerType: 'yes-no', variable: 'gift' }],
    [
      'How',
      'prompt',
      {
        text: 'How shall it come?',
        answerType: 'choice',
        variable: 'how',
        choices: [
          { id: express, label: 'Express to {{mail}}', value: 'express' },
          { id: pickup, label: 'I pick it up', value: '' },
        ],
      },
    ],
    ['Hurry', 'message', { text: 'We hurry.' }],
    ['Slip', 'prompt', { text: 'Which file is the slip?', answerType: 'file-name', variable: 'slip' }],
    [
      'Count',
      'prompt',
      { text: 'How many?', answerType: 'number', variable: 'count', numberRules: { min: 1, whole: true } },
    ],
    [
      'Sum',
      'message',
      { text: '{{mail}} / {{phone}} / {{day}} / {{gift}} / {{how}} / {{slip}} / {{count}}' },
    ],
  ],
  connections: [
    ...inARow('Start', 'Hello', 'Mail', 'Phone', 'Day', 'Gift', 'How', 'Slip', 'Count', 'Sum'),
    ['How', express, 'Hurry'],
    ['Hurry', 'next', 'Slip'],
  ],
});

const talks = Array.from({ length: 30 }, (_, at) => `Line ${String(at + 1)}`);

const slow = newEndpoint(storyId('ep', 'Slow API'), 'Slow API');

/** Says thirty things, calls, and says another. */
const long = storyFlow({
  name: 'Long talk',
  nodes: [
    ['Start', 'start', {}],
    ...talks.map((name) => [name, 'message', { text: `${name} of a long talk` }] as const),
    ['Call', 'api-call', { endpoint: slow.id, method: 'GET', path: '/slow', responseVariable: 'reply' }],
    ['Last', 'message', { text: 'The last word' }],
  ],
  connections: [...inARow('Start', ...talks, 'Call'), ['Call', 'success', 'Last']],
});

/** Writes the workspace into a fresh folder; its API is the one at `serverUrl`. */
export async function deliveryWorkspace(serverUrl = 'http://127.0.0.1:9'): Promise<string> {
  const folder = await freshFolder('delivery');
  const workspace = {
    format: 'flowbench.workspace',
    version: 1,
    id: storyId('ws', 'delivery'),
    name: 'Delivery',
  };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(workspace));
  const documents: readonly WorkspaceDocument[] = [delivery, long, { ...slow, baseUrl: serverUrl }];
  for (const document of documents) {
    const place = path.join(folder, documentFolders[documentKind(document)]);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, `${document.id}.json`), writeDocument(document, null));
  }
  return folder;
}
