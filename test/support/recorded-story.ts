// Records the calls of a run as fixtures, the way the window pins them, and plays them to another run in their order.
import { standInOfCall } from '#electron/runs/stand-in-of-call.ts';
import type { RunHostPorts } from '#electron/runs/run-ports.ts';
import type { Fixture } from '#shared/fixture/fixture.ts';
import { fixtureAt, pinnedBody, pinnedResponse } from '#shared/fixture/pinned-fixture.ts';
import { flowIdSchema, nodeIdSchema } from '#shared/ids/ids.ts';
import { standInSchema, type StandIn } from '#shared/stand-in/stand-in.ts';
import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { storyId } from '../stories/story-id.ts';

/** What a call was answered by: a fixture, behind a fault where attempts before it were turned away. */
export interface RecordedCall {
  readonly nodeId: string;
  readonly fixture: Fixture;
  readonly standIn: StandIn;
}

/** Makes fixtures of all calls of a run, which have to have come to a response. */
export async function recordedCalls(
  { calls, flowId }: Pick<RunView, 'calls' | 'flowId'>,
  readBody: (handle: string) => Promise<string>,
): Promise<readonly RecordedCall[]> {
  return Promise.all(
    calls.map(async (call, at) => {
      const { body, ended, nodeId } = call;
      if (ended === null || ended.statusCode === null) throw new Error('The call has no response.');
      const { headers, reason, statusCode } = ended;
      const bytes = body === null ? '' : await readBody(body.handle);
      const place = {
        id: storyId('fx', `${flowId} ${String(at)}`),
        name: `call ${String(at)}`,
        flow: flowIdSchema.parse(flowId),
        node: nodeIdSchema.parse(nodeId),
      };
      const shown = {
        statusCode,
        reason,
        headers,
        body: pinnedBody(body?.kind ?? 'none', Buffer.from(bytes)),
      };
      const fixture = fixtureAt(place, pinnedResponse(shown));
      return { nodeId: place.node, fixture, standIn: standInOf(call, fixture) };
    }),
  );
}

/** Gives the calls of each node what was recorded for them, one after the other; there may be no more of them. */
export function playedCalls(recorded: readonly RecordedCall[]): ReturnType<NonNullable<RunHostPorts['standIns']>> {
  const left = [...recorded];
  return ({ id, name }) => {
    const at = left.findIndex(({ nodeId }) => nodeId === id);
    const [call] = at === -1 ? [] : left.splice(at, 1);
    if (call === undefined) throw new Error(`Nothing was recorded for this call of "${name}".`);
    return standInOfCall(call.standIn, name, () => call.fixture);
  };
}

function standInOf({ attempts }: CallView, { id }: Fixture): StandIn {
  const turnedAway = attempts.slice(0, -1).map(({ exchanges }) => exchanges.at(-1)?.head ?? null);
  const [first, ...others] = turnedAway;
  if (first === undefined) return { type: 'fixture', id };
  if (first === null || others.some((head) => head?.statusCode !== first.statusCode))
    throw new Error('A fault answers all the attempts that it is for with one status.');
  const retryAfter = first.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const waits = retryAfter === undefined ? {} : { retryAfterS: Number(retryAfter) };
  return standInSchema.parse({
    type: 'fault',
    fault: { kind: 'status', statusCode: first.statusCode, ...waits },
    attempts: turnedAway.length,
    then: id,
  });
}
