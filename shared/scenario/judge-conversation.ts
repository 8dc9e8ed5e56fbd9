import type { ExpectationOf } from './expectation.ts';
import { met, unmet, type Judgement } from './expectation-result.ts';
import { judgeValue, shownValue, type ValueJudgement } from './judge-value.ts';
import type { Matcher } from './matcher.ts';
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
  const judged = from.map((said) => ({ said, judgement: judgeValue(text, said.text) }));
  if (absent) return judgeAbsence(title, text, judged, lastSeq);
  const fitting = judged.find(({ judgement }) => judgement.passed);
  const { expected } = judgeValue(text, '');
  if (fitting !== undefined) return met(title, expected, shownValue(fitting.said.text));
  // The only message there is is the one that should have been another.
  const [only] = judged;
  const isAlone = judged.length === 1 && only !== undefined;
  const actual = isAlone ? only.judgement.actual : saidInWords(from);
  return unmet(title, expected, actual, isAlone ? only.said.seq : lastSeq);
}

interface JudgedMessage {
  readonly said: SaidFact;
  readonly judgement: ValueJudgement;
}

/** Whether none of some messages fits. Of one that cannot be judged nobody knows that it does not. */
function judgeAbsence(
  title: string,
  text: Matcher,
  judged: readonly JudgedMessage[],
  lastSeq: number | null,
): Judgement {
  const onNothing = judgeValue(text, '');
  const wanted = `no message that ${text.is === 'equal' ? `is ${onNothing.expected}` : onNothing.expected}`;
  const fitting = judged.find(({ judgement }) => judgement.passed);
  if (fitting !== undefined) return unmet(title, wanted, shownValue(fitting.said.text), fitting.said.seq);
  const unknown = judged.find(({ judgement }) => !judgement.judged);
  if (unknown !== undefined) return unmet(title, wanted, unknown.judgement.actual, unknown.said.seq);
  if (!onNothing.judged) return unmet(title, wanted, onNothing.actual, lastSeq);
  return met(title, wanted, 'no such message');
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
