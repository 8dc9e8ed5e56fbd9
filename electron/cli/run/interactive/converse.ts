import path from 'node:path';
import { flowsReached } from '#shared/flow/flows-run.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { EnvironmentId, RunId } from '#shared/ids/ids.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { RunEvent, RunEventOf } from '#shared/run-events/run-event.ts';
import { proxyOfEnvironment } from '../../../runs/environment-proxy.ts';
import { KnownSecrets } from '../../../runs/known-secrets.ts';
import { createRunHost, type RunHost } from '../../../runs/run-host.ts';
import { recordedResponses, type RecordedResponse } from '../../../runs/scenario/recorded-responses.ts';
import { eventFeed } from '../../event-feed.ts';
import { conversationLine, jumpsFollowed } from '../../report-conversation.ts';
import type { TerminalStyle } from '../../terminal-style.ts';
import type { GivenSecrets } from '../given-secrets.ts';
import type { LoadedWorkspace } from '../loaded-workspace.ts';
import { sampleNames } from '../sample-names.ts';
import type { LineReader } from './line-reader.ts';

/** What a conversation is held with. */
export interface Conversing {
  readonly workspace: LoadedWorkspace;
  readonly secrets: GivenSecrets;
  readonly flow: Flow;
  readonly environmentId: EnvironmentId | null;
  readonly inputs: Readonly<Record<string, string>>;
  readonly lines: LineReader;
  /** Whether a person sees what is typed; else answers are printed like the rest. */
  readonly isSeen: boolean;
  readonly print: (text: string) => void;
  readonly style: TerminalStyle;
  /** A folder of ours for what the run puts down. */
  readonly put: string;
  readonly signal: AbortSignal;
}

/** A conversation that is over. */
export interface HeldConversation {
  readonly events: readonly RunEvent[];
  readonly end: RunEventOf<'run-ended'>;
  /** The answers that were given, also those that were refused. */
  readonly answers: readonly string[];
  /** What the network answered, or in a sentence why that cannot be kept. */
  readonly recorded: Outcome<readonly RecordedResponse[], string>;
}

/** Runs a flow with answers that a person types, in real time. The failure is a sentence that says why it did not begin. */
export async function converse(parts: Conversing): Promise<Outcome<HeldConversation, string>> {
  const { put, secrets: given, workspace } = parts;
  const secrets = new KnownSecrets();
  secrets.add(given.values.map((value) => ({ value })));
  const sample = await sampleNames(workspace.endpoints);
  const systemProxy = proxyOfEnvironment();
  const feed = eventFeed();
  const host = createRunHost({
    workspace: workspace.forRuns,
    vault: given.vault,
    folder: path.join(put, 'conversation'),
    names: sample.names,
    secrets,
    publish: feed.publish,
    ...(systemProxy === null ? {} : { systemProxy }),
  });
  try {
    return await held(host, feed, parts);
  } finally {
    await host.close();
    await sample.close();
  }
}

async function held(
  host: RunHost,
  feed: ReturnType<typeof eventFeed>,
  { environmentId, flow, inputs, isSeen, lines, print, signal, style, workspace }: Conversing,
): Promise<Outcome<HeldConversation, string>> {
  const events: RunEvent[] = [];
  const answers: string[] = [];
  const nodeName = namesIn(flow, workspace);
  const jumpLine = jumpsFollowed(nodeName, style);
  let onEnd = (_end: RunEventOf<'run-ended'>): void => undefined;
  const ended = new Promise<RunEventOf<'run-ended'>>((resolve) => {
    onEnd = resolve;
  });
  const respond = async (runId: RunId): Promise<void> => {
    const text = await lines.next(`  ${style.person('you')}  `);
    if (text === null) return host.cancel(runId);
    answers.push(text);
    host.answer({ runId, text });
  };
  feed.listen((published) => {
    events.push(...published);
    for (const event of published) {
      const line = jumpLine(event) ?? shownLine(event, nodeName, style, isSeen);
      if (line !== null) print(line);
    }
    const last = published.at(-1);
    if (last?.type === 'run-ended') onEnd(last);
    // What belongs together comes together: a question at the end is one that the run waits at.
    if (last?.type === 'asked' || last?.type === 'answer-refused') void respond(last.runId);
  });
  const started = host.start({ flowId: flow.id, environmentId, inputs: { ...inputs } });
  if (!started.ok) return failed(started.failure.message);
  const { runId } = started.value;
  const onAbort = (): void => void host.cancel(runId);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const end = await ended;
  signal.removeEventListener('abort', onAbort);
  return succeeded({ events, end, answers, recorded: await recordedResponses(host, events) });
}

/** What is printed of an event. What a person has typed already stands there. */
function shownLine(
  event: RunEvent,
  nodeName: (nodeId: string) => string,
  style: TerminalStyle,
  isSeen: boolean,
): string | null {
  if (isSeen && event.type === 'answered') return null;
  const line = conversationLine(event, nodeName, style);
  if (!isSeen || event.type !== 'answer-refused' || line === null) return line;
  return conversationLine({ ...event, type: 'said', text: event.reason }, nodeName, style);
}

function namesIn(flow: Flow, { flows }: LoadedWorkspace): (nodeId: string) => string {
  const all = [flow, ...flowsReached(flow, (id) => flows.find((each) => each.id === id) ?? null)];
  const names = new Map<string, string>(all.flatMap(({ nodes }) => nodes.map(({ id, name }) => [id, name])));
  return (id) => names.get(id) ?? id;
}
