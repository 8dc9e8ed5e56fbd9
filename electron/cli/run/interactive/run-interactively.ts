import type { Flow } from '#shared/flow/flow.ts';
import type { EnvironmentId } from '#shared/ids/ids.ts';
import { missingInputs } from '#shared/interpreter/given-inputs.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { CommandSurroundings, ExitCode } from '../../command.ts';
import { inertText } from '../../inert-text.ts';
import { printableText } from '../../printable-text.ts';
import { terminalStyle, type TerminalStyle } from '../../terminal-style.ts';
import { environmentNamed, flowNamed } from '../named-documents.ts';
import { knownVariables } from '../given-names.ts';
import type { RunOptions } from '../run-options.ts';
import type { GivenForRun } from '../run-plan.ts';
import { converse, type HeldConversation } from './converse.ts';
import { lineReader, type LineReader } from './line-reader.ts';
import { writeConversation } from './write-conversation.ts';

/** `flowbench run --interactive`: a conversation with a flow in the terminal. */
export async function runInteractively(
  given: GivenForRun,
  options: RunOptions,
  put: string,
  surroundings: CommandSurroundings,
): Promise<ExitCode> {
  const { env, input, isTerminal = false, print, say, signal, terminal } = surroundings;
  const { secrets, workspace } = given;
  const chosen = chosenFlow(given, options);
  if (!chosen.ok) {
    say(chosen.failure);
    return 2;
  }
  const { environmentId, flow } = chosen.value;
  const style = terminalStyle({ isTTY: isTerminal, env });
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
    lines.close();
  };
  const lines = lineReader(input, terminal, end);
  signal.addEventListener('abort', end, { once: true });
  try {
    const inputs = await askedInputs(flow, Object.fromEntries(options.variables), lines, style);
    const held = await converse({
      workspace,
      secrets,
      flow,
      environmentId,
      inputs,
      lines,
      isSeen: terminal !== undefined,
      print: (text) => print(inertText(text, env)),
      style,
      put,
      signal: stop.signal,
    });
    if (!held.ok) {
      say(held.failure);
      return 3;
    }
    print(inertText(`\n${endLine(held.value, style)}`, env));
    if (!options.record) return exitCodes[held.value.end.outcome];
    const kept = await writeConversation(workspace, put, { flow, environmentId, inputs, held: held.value });
    say(kept.ok ? `Written as the scenario "${kept.value}".` : kept.failure);
    return kept.ok ? exitCodes[held.value.end.outcome] : 3;
  } finally {
    signal.removeEventListener('abort', end);
    lines.close();
  }
}

const exitCodes = { ended: 0, failed: 1, cancelled: 3 } as const;

function chosenFlow(
  { workspace }: GivenForRun,
  { environment, flows: names, record, variables }: RunOptions,
): Outcome<{ readonly flow: Flow; readonly environmentId: EnvironmentId | null }, string> {
  const wanted = oneName(names, workspace.flows);
  if (wanted === null) return failed('--interactive runs one flow: say which with --flow.');
  const found = flowNamed(workspace.flows, wanted);
  if (!found.ok) return found;
  const flow = found.value;
  const active = environmentNamed(workspace, environment);
  if (!active.ok) return active;
  if (record && workspace.isBundle)
    return failed('Conversations are written into the folder of a workspace, and this is a bundle.');
  const known = knownVariables([flow], variables);
  if (!known.ok) return known;
  return succeeded({ flow, environmentId: active.value === 'its own' ? null : active.value });
}

/** The one name that was given, or that of the only flow. */
function oneName(names: readonly string[], flows: readonly Flow[]): string | null {
  const [name, ...others] = names.length > 0 ? names : flows.map((flow) => flow.name);
  return others.length > 0 ? null : (name ?? null);
}

/** Asks for inputs of the Start that nobody gave and that have no default, as Run does in the window. */
async function askedInputs(
  flow: Flow,
  given: Readonly<Record<string, string>>,
  lines: LineReader,
  style: TerminalStyle,
): Promise<Readonly<Record<string, string>>> {
  const asked: Record<string, string> = {};
  for (const { name } of missingInputs(flow, given)) {
    const text = await lines.next(`${style.key(printableText(name))}: `);
    if (text === null) break;
    asked[name] = text;
  }
  return { ...given, ...asked };
}

function endLine({ end }: HeldConversation, style: TerminalStyle): string {
  switch (end.outcome) {
    case 'ended':
      return style.good('The conversation ended normally.');
    case 'failed':
      return style.bad(`The conversation failed. ${printableText(end.message ?? '')}`.trimEnd());
    case 'cancelled':
      return style.quiet('You ended the conversation.');
  }
}
