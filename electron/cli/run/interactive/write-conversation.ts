import { getRandomValues } from 'node:crypto';
import type { Flow } from '#shared/flow/flow.ts';
import { newId, type EnvironmentId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { snapshotOf } from '#shared/scenario/judge-conversation.ts';
import { runFacts } from '#shared/scenario/run-facts.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import type { LoadedWorkspace } from '../loaded-workspace.ts';
import { writeRecording } from '../write-recording.ts';
import { writtenBack } from '../written-back.ts';
import type { HeldConversation } from './converse.ts';

/** What was said, and where. */
export interface SaidConversation {
  readonly flow: Flow;
  readonly environmentId: EnvironmentId | null;
  readonly inputs: Readonly<Record<string, string>>;
  readonly held: HeldConversation;
}

/**
 * Writes a conversation as a scenario: the answers, what was said as its snapshot, and what the network answered as fixtures
 * that stand in from now on. Gives its name; the failure is a sentence.
 */
export async function writeConversation(
  workspace: LoadedWorkspace,
  put: string,
  { environmentId, flow, held, inputs }: SaidConversation,
): Promise<Outcome<string, string>> {
  const { answers, end, events, recorded } = held;
  if (end.outcome !== 'ended') return failed('Only a conversation that ends normally is written.');
  if (!recorded.ok) return recorded;
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: newId('sc', getRandomValues),
    name: freeName(`Conversation of ${(events[0]?.at ?? end.at).slice(0, 10)}`, workspace),
    flow: flow.id,
    environment: environmentId,
    inputs: Object.entries(inputs).map(([name, value]) => ({ name, value })),
    answers: answers.map((text) => ({ text })),
    snapshot: snapshotOf(runFacts(events)),
  });
  const written = await writtenBack(workspace.folder, put, async (open) => {
    const saved = await open.save({ document: scenario, revision: null, overwrite: false });
    if (!saved.ok) return failed(`The scenario was not written: ${saved.failure.message}`);
    return writeRecording(open, workspace, scenario.id, recorded.value);
  });
  return written.ok ? succeeded(scenario.name) : written;
}

function freeName(wanted: string, { scenarios }: LoadedWorkspace): string {
  const names = new Set(scenarios.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; names.has(name); number += 1) name = `${wanted}, ${String(number)}`;
  return name;
}
