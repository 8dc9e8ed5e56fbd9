import type { Fixture } from '#shared/fixture/fixture.ts';
import type { FixtureId } from '#shared/ids/ids.ts';
import type { StandIns } from '#shared/stand-in/stand-in.ts';
import type { CallSurroundings } from './perform-call.ts';
import type { RunWorkspace } from './run-ports.ts';
import { standInOfCall } from './stand-in-of-call.ts';

/**
 * What answers the calls of a run in place of the network. The fixtures are taken when the run begins: they stay the same
 * until it ends, whatever is edited meanwhile.
 */
export function chosenStandIns(
  workspace: Pick<RunWorkspace, 'document'>,
  standIns: StandIns = {},
): CallSurroundings['standIn'] {
  const ids = Object.values(standIns).map((each) => (each.type === 'fixture' ? each.id : each.then));
  const fixtures = new Map(
    ids.filter((id) => id !== null).map((id) => [id, fixtureOf(workspace, id)] as const),
  );
  return ({ id, name }) => {
    const chosen = standIns[id];
    if (chosen === undefined) return null;
    return standInOfCall(chosen, name, (fixture) => fixtures.get(fixture) ?? null);
  };
}

/** A fixture as it was last saved; `null` where it is gone. */
export function fixtureOf(workspace: Pick<RunWorkspace, 'document'>, id: FixtureId): Fixture | null {
  const document = workspace.document(id)?.document;
  return document?.format === 'flowbench.fixture' ? document : null;
}
