// Edits that go on until the page is gone, and what files have of them after the next start.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { nodeNamed, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { editorOpened } from './fill-template.ts';
import { card, inspect } from './person.ts';
import { filesBelow } from './search-bytes.ts';

/** An edit of one document; each state of it follows from the one before. */
export interface EndlessEdit {
  /** The name of the document that it changes, in a state. */
  readonly document: (state: string) => string;
  /** The state that the files of the workspace have. */
  readonly kept: (documents: readonly WorkspaceDocument[]) => string;
  /** Shows what is edited and puts the focus there, in a page that has a state. */
  readonly shown: (page: Page, state: string) => Promise<void>;
  /** The key that leads on from a state, and where to; `null` where that is far enough. */
  readonly next: (state: string, isFirst: boolean) => readonly [key: string, state: string] | null;
}

/** What a page held from a moment on; of the last one nobody knows whether it came to that. */
export interface State {
  readonly value: string;
  readonly atMs: number;
}

/** A flow whose message is longer than what is looked through with every letter. */
export const letters = storyFlow({
  name: 'Letters',
  nodes: [
    ['Start', 'start', {}],
    ['Say', 'message', { text: 'All of it is said. '.repeat(1300) }],
  ],
  connections: [['Start', 'next', 'Say']],
});
const say = nodeNamed(letters, 'Say');
const longText = say.kind === 'message' ? say.config.text : '';

/** An endpoint whose name changes. */
export const named = newEndpoint(storyId('ep', 'Named'), 'Named', 'https://named.example');

export async function openFrom(page: Page, keys: string, name: string): Promise<void> {
  await page.keyboard.press(keys);
  const side = page.getByRole('complementary', { name: 'Side bar' });
  await side.getByRole('treeitem', { name, exact: true }).click();
}

async function sayInspected(page: Page): Promise<void> {
  await openFrom(page, 'Alt+1', 'Letters');
  await expect(card(page, 'Say')).toBeVisible();
  await page.keyboard.press('Control+0');
  await inspect(page, 'Say');
}

const digitAfter = (text: string): string => String(text.length % 10);

/** Begins with another digit than what is replaced, and goes on with one more as long as it is short. */
const typedAnew =
  (mostLetters: number): EndlessEdit['next'] =>
  (state, isFirst) => {
    const first = String(1 + ((Number(state.slice(0, 1)) || 0) % 9));
    if (isFirst) return [first, first];
    return state.length < mostLetters ? [digitAfter(state), state + digitAfter(state)] : null;
  };

/** The edits of a workspace that has `letters`, `named` and this endpoint. */
export function endlessEdits(endpoint: Endpoint) {
  const endpointOf = (documents: readonly WorkspaceDocument[]) => found(documents, endpoint) as Endpoint;
  const sayOf = (documents: readonly WorkspaceDocument[]) =>
    nodeNamed(found(documents, letters) as Flow, 'Say');
  const typedOn = (state: string) => [digitAfter(state), state + digitAfter(state)] as const;
  return {
    'a description': {
      document: () => endpoint.name,
      kept: (documents) => endpointOf(documents).description,
      shown: async (page) => {
        await openFrom(page, 'Alt+2', endpoint.name);
        // To the end of the text: `End` alone stops at the end of a line, and a long text is wrapped into several.
        await page.getByRole('textbox', { name: 'Description' }).press('Control+End');
      },
      next: typedOn,
    },
    'a long text': {
      document: () => letters.name,
      kept: (documents) => {
        const { config, kind } = sayOf(documents);
        return kind === 'message' ? config.text.slice(longText.length) : '';
      },
      shown: async (page) => {
        await sayInspected(page);
        await editorOpened(page.getByRole('textbox', { name: 'Text', exact: true }));
        await page.keyboard.press('Control+End');
      },
      next: typedOn,
    },
    'a name': {
      document: (state) => state,
      kept: (documents) => found(documents, named).name,
      shown: async (page, state) => {
        await openFrom(page, 'Alt+2', state);
        await page.getByRole('textbox', { name: 'Name of the API endpoint' }).press('Control+A');
      },
      next: typedAnew(40),
    },
    'a number': {
      document: () => endpoint.name,
      kept: (documents) => String(endpointOf(documents).retry.firstDelayMs),
      shown: async (page) => {
        await openFrom(page, 'Alt+2', endpoint.name);
        await page.getByRole('textbox', { name: 'First delay' }).press('Control+A');
      },
      next: typedAnew(7),
    },
    'a place': {
      document: () => letters.name,
      kept: (documents) => String(sayOf(documents).position.y),
      shown: async (page) => {
        await sayInspected(page);
        await page.keyboard.press('Escape');
      },
      // Down and no further, from wherever that led the last time.
      next: (state) => ['ArrowDown', String(Number(state) + 8)],
    },
    'new documents': {
      document: () => 'New flow',
      kept: (documents) => String(documents.filter(({ name }) => name.startsWith('New flow')).length),
      shown: (page) => page.keyboard.press('Alt+1'),
      next: (state, isFirst) =>
        isFirst || Number(state) % 3 > 0 ? ['Control+N', String(Number(state) + 1)] : null,
    },
  } satisfies Record<string, EndlessEdit>;
}

function found(documents: readonly WorkspaceDocument[], { id }: WorkspaceDocument): WorkspaceDocument {
  const document = documents.find((each) => each.id === id);
  if (document === undefined) throw new Error(`Nothing in the workspace has the id ${id}.`);
  return document;
}

/** All documents that a workspace's files hold. */
export async function documentsIn(workspace: string): Promise<readonly WorkspaceDocument[]> {
  const files = (await filesBelow(workspace)).filter((file) => file.endsWith('.json'));
  const documents = files.filter((file) => path.basename(file) !== 'flowbench.json');
  return Promise.all(
    documents.map(async (file) => JSON.parse(await readFile(file, 'utf8')) as WorkspaceDocument),
  );
}

/** Goes on with an edit until the page is gone, and notes every state with the moment from which the page had it. */
export async function goingOn(page: Page, { next }: EndlessEdit, states: State[]): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    const step = next(states.at(-1)?.value ?? '', isFirst);
    if (step === null) break;
    const [key, value] = step;
    // A kill may come before the answer to a key that the page has taken.
    const at = states.push({ value, atMs: Infinity }) - 1;
    await page.keyboard.press(key);
    states[at] = { value, atMs: performance.now() };
  }
  await page.waitForFunction(() => false, null, { timeout: 0 });
}
