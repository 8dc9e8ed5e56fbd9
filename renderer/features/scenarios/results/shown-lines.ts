import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { snapshotTitle } from '#shared/scenario/judge-conversation.ts';
import type { Scenario, SnapshotLine } from '#shared/scenario/scenario.ts';

type ExpectationResult = ScenarioResult['results'][number];

/** Both sides of an expectation, in lines that stand beside each other. */
export interface ShownLines {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
}

/** What was expected and what came: a conversation line by line, JSON with each of its parts in a line, texts as they read. */
export function shownLines(
  { actual, expected, title }: ExpectationResult,
  said: readonly SnapshotLine[] | null,
  scenario: Pick<Scenario, 'snapshot'> | undefined,
): ShownLines {
  const snapshot = scenario?.snapshot;
  if (title === snapshotTitle && said !== null && snapshot !== undefined)
    return { expected: snapshot.flatMap(saidLines), actual: said.flatMap(saidLines) };
  const [one, other] = [readable(expected), readable(actual)];
  // Both as they read, or both as they are written: the text "5" must not look like the number 5.
  return one !== null && other !== null && one.kind === other.kind
    ? { expected: one.lines, actual: other.lines }
    : { expected: expected.split('\n'), actual: actual.split('\n') };
}

function saidLines({ text, who }: SnapshotLine): readonly string[] {
  return `${who === 'bot' ? 'Bot' : 'You'}: ${text}`.split('\n');
}

function readable(
  text: string,
): { readonly kind: 'text' | 'parts'; readonly lines: readonly string[] } | null {
  const value = plainJson(text);
  if (typeof value === 'string') return { kind: 'text', lines: value.split('\n') };
  if (typeof value !== 'object' || value === null) return null;
  // Digits that this number type would lose are kept by leaving such values as they are written.
  return JSON.stringify(value) === text.replaceAll(/\s/g, '') || JSON.stringify(value) === text
    ? { kind: 'parts', lines: JSON.stringify(value, null, 2).split('\n') }
    : null;
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
