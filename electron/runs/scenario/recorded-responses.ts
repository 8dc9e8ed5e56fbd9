import type { ShownResponse } from '#shared/fixture/pinned-fixture.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import { formatSize } from '#shared/run-events/format-size.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { runFacts } from '#shared/scenario/run-facts.ts';
import type { RunHost } from '../run-host.ts';

/** A response that came from the network, scrubbed, and which time the node called. */
export interface RecordedResponse {
  readonly nodeId: NodeId;
  readonly nth: number;
  readonly response: ShownResponse;
}

/** Larger bodies make documents that nobody can edit. */
const largestBody = 1_000_000;

/**
 * The whole responses that a run got from the network, as long as its host has their bodies. A call that got none has nothing
 * to record, and one that something stood in for needs none. The failure is a sentence.
 */
export async function recordedResponses(
  host: Pick<RunHost, 'readBody'>,
  events: readonly RunEvent[],
): Promise<Outcome<readonly RecordedResponse[], string>> {
  const counts = new Map<NodeId, number>();
  const recorded: RecordedResponse[] = [];
  for (const { ended, nodeId, prepared } of runFacts(events).calls) {
    if (nodeId === undefined) continue;
    const nth = (counts.get(nodeId) ?? 0) + 1;
    counts.set(nodeId, nth);
    if (prepared === undefined || prepared.standIn !== undefined) continue;
    if (ended === undefined || ended.statusCode === null) continue;
    const body =
      ended.body === null ? succeeded({ text: '' }) : await wholeBody(host, ended.runId, ended.body);
    if (!body.ok) return body;
    const { headers, reason, statusCode } = ended;
    recorded.push({ nodeId, nth, response: { statusCode, reason, headers, body: body.value } });
  }
  return succeeded(recorded);
}

async function wholeBody(
  host: Pick<RunHost, 'readBody'>,
  runId: RunEvent['runId'],
  { handle, kind, sizeBytes }: BodyHandle,
): Promise<Outcome<ShownResponse['body'], string>> {
  if (sizeBytes > largestBody)
    return failed(`A response of ${formatSize(sizeBytes)} is too large for a fixture; nothing was recorded.`);
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const range = await host.readBody({ runId, handle, offset, length: largestBody });
    if (!range.ok) return failed(range.failure.message);
    pieces.push(Buffer.from(range.value.base64, 'base64'));
    offset = range.value.nextOffset;
  }
  const bytes = Buffer.concat(pieces);
  return succeeded(
    kind === 'binary' ? { base64: bytes.toString('base64') } : { text: bytes.toString('utf8') },
  );
}
