// The example that ships is also a story: tests read it from the files that people get.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Flow } from '#shared/flow/flow.ts';
import { documentSchema, type WorkspaceDocument } from '#shared/workspace/document.ts';

/** The folder of the example, which is the story of the shop: unit, e2e tests, screenshots and people run the same. */
export const exampleFolder = path.resolve(import.meta.dirname, '../../examples/order-lookup');

/** Every document of the example, by its file. */
export function exampleDocuments(): ReadonlyMap<string, WorkspaceDocument> {
  const files = ['endpoints', 'environments', 'flows'].flatMap((folder) =>
    readdirSync(path.join(exampleFolder, folder)).map((file) => `${folder}/${file}`),
  );
  return new Map(files.map((file) => [file, documentSchema.parse(JSON.parse(exampleText(file)))]));
}

/** The text of a file of the example. */
export function exampleText(file: string): string {
  return readFileSync(path.join(exampleFolder, file), 'utf8');
}

/** Every flow of the example. */
export function exampleFlows(): readonly Flow[] {
  return [...exampleDocuments().values()].filter((document) => document.format === 'flowbench.flow');
}

/** Ask for an order's number, look the order up, track its parcel with retries, and tell where it is. */
export function orderLookup(): Flow {
  return exampleFlow('flows/order-lookup.json');
}

/** Ask for a name and greet, with a JSON body. */
export function greetingByName(): Flow {
  return exampleFlow('flows/user-greeting.json');
}

/** Ask for a day, let another flow find a time with the person, book it, and ask again where it is taken by then. */
export function tastingAppointment(): Flow {
  return exampleFlow('flows/tasting-appointment.json');
}

/** Find a free time of a day: which of those that an API knows shall it be? */
export function pickATime(): Flow {
  return exampleFlow('flows/pick-a-time.json');
}

/** Keep a conversation with a model until the person says goodbye. */
export function teaChat(): Flow {
  return exampleFlow('flows/tea-chat.json');
}

function exampleFlow(file: string): Flow {
  const document = exampleDocuments().get(file);
  if (document?.format !== 'flowbench.flow') throw new Error(`${file} is not a flow of the example.`);
  return document;
}
