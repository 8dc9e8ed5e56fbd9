import { getRandomValues } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Flow } from '#shared/flow/flow.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { proxyOfEnvironment } from '../runs/environment-proxy.ts';
import { virtualClock } from '../runs/host-clock.ts';
import { createRunHost } from '../runs/run-host.ts';
import { startSampleApi } from '../sample/sample-api.ts';
import { createVault } from '../vault/vault.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { readAnswers, type Answers } from './answers-file.ts';
import { eventFeed, type EventListener } from './event-feed.ts';
import { noKeyStore } from './no-key-store.ts';
import { runWithAnswers, type FinishedRun } from './run-with-answers.ts';

/** A workspace that was run, for a report. */
export interface RanExample {
  readonly flow: Flow;
  readonly run: FinishedRun;
}

/** How the waits of a flow pass. */
export type Waits = 'real' | 'virtual';

/** What a report can show before there is anything to report. */
export interface ExampleBeginning {
  readonly flow: Flow;
  readonly environmentName: string | null;
}

/**
 * Runs an example workspace with the answers that lie in it, against a sample API of its own. The failure is a sentence.
 *
 * @param onBegin hears what is going to run, before anything happens
 * @param waits whether waits take their time, or only put the clock of the run on
 */
export async function runExample(
  folder: string,
  onBegin: (beginning: ExampleBeginning) => void,
  onEvents: EventListener,
  waits: Waits = 'real',
): Promise<Outcome<RanExample, string>> {
  const answers = await readAnswers(path.join(folder, 'answers.json'));
  if (!answers.ok) return answers;
  const userData = await mkdtemp(path.join(tmpdir(), 'flowbench-'));
  try {
    const ports = { userData, now: () => new Date(), fillRandom: getRandomValues, watch: false };
    const workspace = await openWorkspace(folder, ports);
    if (!workspace.ok) return failed(workspace.failure.message);
    const ran = await runIn(workspace.value, userData, answers.value, onBegin, onEvents, waits);
    await workspace.value.close();
    return ran;
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
}

async function runIn(
  workspace: Workspace,
  userData: string,
  answers: Answers,
  onBegin: (beginning: ExampleBeginning) => void,
  onEvents: EventListener,
  waits: Waits,
): Promise<Outcome<RanExample, string>> {
  const documents = workspace.snapshot().documents.map(({ document }) => document);
  const flow = documents.filter(isFlow).find(({ name }) => name === answers.flow);
  if (flow === undefined) return failed(`The workspace has no flow "${answers.flow}".`);
  const environmentId = environmentNamed(documents, answers.environment);
  if (environmentId === undefined)
    return failed(`The workspace has no environment "${answers.environment ?? ''}".`);
  onBegin({ flow, environmentName: answers.environment });

  const feed = eventFeed();
  feed.listen(onEvents);
  const vault = createVault({
    system: noKeyStore(),
    fileOf: () => path.join(userData, 'vault.json'),
    now: () => new Date(),
  });
  await vault.useSession();
  const sample = await startSampleApi();
  const systemProxy = proxyOfEnvironment();
  const host = createRunHost({
    workspace,
    vault,
    ...(systemProxy === null ? {} : { systemProxy }),
    ...(waits === 'virtual' ? { clock: virtualClock } : {}),
    publish: feed.publish,
    folder: path.join(userData, 'runs'),
    names: () => ({ sample: { url: sample.url } }),
  });
  const { answers: texts, inputs } = answers;
  const run = await runWithAnswers(host, feed, { flowId: flow.id, environmentId, inputs, answers: texts });
  await host.close();
  await sample.close();
  return run.ok ? succeeded({ flow, run: run.value }) : run;
}

function isFlow(document: WorkspaceDocument): document is Flow {
  return document.format === 'flowbench.flow';
}

function environmentNamed(
  documents: readonly WorkspaceDocument[],
  name: string | null,
): EnvironmentId | null | undefined {
  if (name === null) return null;
  const found = documents.find((each) => each.format === 'flowbench.environment' && each.name === name);
  return found?.format === 'flowbench.environment' ? found.id : undefined;
}
