import type { RunId } from '#shared/ids/ids.ts';
import type { ChannelInput, ChannelOutput } from '#shared/ipc/contract.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import type { HistoryPort } from './history/history-port.ts';
import { readBodyRange } from './read-body-range.ts';
import type { RunShelf } from './run-shelf.ts';

/** Why a body cannot be read. */
export interface BodyFailure {
  readonly code: 'gone' | 'unreadable';
  readonly message: string;
}

/** Where bodies may be: in the history, which has those of earlier sessions too, and on the shelf of the last runs. */
export interface BodyPlaces {
  readonly history: HistoryPort | undefined;
  readonly shelf: RunShelf;
}

/** A piece of a body, wherever it is kept. What the history has was looked through again for later secrets. */
export async function readKeptBody(
  { history, shelf }: BodyPlaces,
  { handle, length, offset, runId }: ChannelInput<'body.read'>,
): Promise<ChannelOutput<'body.read'>> {
  try {
    const body = (await history?.body(runId, handle)) ?? shelf.body(runId, handle)?.body ?? null;
    return body === null ? failed(bodyGone) : succeeded(await readBodyRange(body, offset, length));
  } catch {
    return failed(bodyUnreadable);
  }
}

/** A file with a whole body, scrubbed, to be copied from. */
export async function keptBodyFile(
  { history, shelf }: BodyPlaces,
  runId: RunId,
  handle: string,
): Promise<Outcome<string, BodyFailure>> {
  try {
    const file = (await history?.body(runId, handle))?.file ?? null;
    if (file !== null) return succeeded(file);
    const found = shelf.body(runId, handle);
    return found === null ? failed(bodyGone) : succeeded(await found.bodies.fileOf(found.body));
  } catch {
    return failed(bodyUnreadable);
  }
}

const bodyGone: BodyFailure = {
  code: 'gone',
  message: 'This body is no longer kept. Run the flow again to see it.',
};

const bodyUnreadable: BodyFailure = {
  code: 'unreadable',
  message: 'This body could not be read from disk. Run the flow again to see it.',
};
