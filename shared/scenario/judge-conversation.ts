import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import { judgeValue, shownValue } from './judge-value.ts';
import type { NodeName } from './node-name.ts';
import type { RunFacts, SaidFact } from './run-facts.ts';
import type { SnapshotLine } from './scenario.ts';

/** Whether the bot said something, or kept from saying it. */
export function judgeMessage(
  { absent, node, text }: ExpectationOf<'message'>,
  { lastSeq, said }: RunFacts,
  nodeName: NodeName,
): Judgement {
  const from = said.filter(({ nodeId, who }) => who === 'bot' && (node === undefined || nodeId === node));
  const by = node === undefined ? 'the bot' : `"${nodeName(node)}"`;
  const title = absent ? `${by} does not say it` : `${by} says it`;
  const judged = from.map((each) => ({ each, judgement: judgeValue(text, each.text) }));
  const fitting = judged.find(({ judgement }) => judgement.passed);
  const { expected } = judgeValue(text, '');
  if (absent) {
    const wanted = `no message that ${text.is === 'equal' ? `is ${expected}` : expected}`;
    if (fitting === undefined) return met(title, wanted, 'no such message');
    return unmet(title, wanted, shownValue(fitting.each.text), fitting.each.seq);
  }
  if (fitting !== undefined) return met(title, expected, shownValue(fitting.each.text));
  // The only message there is is the one that should have been another.
  const [only] = judged;
  const isAlone = judged.length === 1 && only !== undefined;
  const actual = isAlone ? only.judgement.actual : saidInWords(from);
  return unmet(title, expected, actual, isAlone ? only.each.seq : lastSeq);
}

function saidInWords(said: readonly SaidFact[]): string {
  return said.length === 0 ? 'nothing was said' : said.map(({ text }) => shownValue(text)).join('\n');
}

/** The conversation as a snapshot keeps it. */
export function snapshotOf({ said }: Pick<RunFacts, 'said'>): readonly SnapshotLine[] {
  return said.map(({ text, who }) => ({ who, text }));
}

/** What a judgement of the snapshot is called, by which it is told from others. */
export const snapshotTitle = 'the conversation is as in the snapshot';

/** Whether the conversation is word for word the one that was kept. */
export function judgeSnapshot(wanted: readonly SnapshotLine[], facts: RunFacts): Judgement {
  const title = snapshotTitle;
  const lines = snapshotOf(facts);
  const at = lines.findIndex((line, index) => !isSame(line, wanted[index]));
  const differs = at === -1 ? (lines.length < wanted.length ? lines.length : -1) : at;
  const expected = wanted.map(lineInWords).join('\n');
  const actual = lines.map(lineInWords).join('\n');
  if (differs === -1) return met(title, expected, actual);
  const note = `line ${String(differs + 1)} differs`;
  return unmet(title, expected, `${actual}\n(${note})`, facts.said[differs]?.seq ?? facts.lastSeq);
}

function isSame(line: SnapshotLine, other: SnapshotLine | undefined): boolean {
  return other !== undefined && line.who === other.who && line.text === other.text;
}

function lineInWords({ text, who }: SnapshotLine): string {
  return `${who === 'bot' ? 'Bot' : 'You'}: ${text}`;
}
