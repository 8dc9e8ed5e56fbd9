import type { LastTexts } from '../../store/last-texts.ts';

type Texts = Readonly<Record<string, string>>;

/** What the variables that a node reads are tried with. */
export interface SampleValues {
  readonly names: readonly string[];
  readonly texts: Texts;
  /** Those that were typed though a run has a text too: what it has can be taken again. */
  readonly overLast: ReadonlySet<string>;
  /** Those that a run has a text for: a field that is emptied goes back to it. */
  readonly inLast: ReadonlySet<string>;
  /** Why nothing of the last run is filled in for a name that nothing was typed for. */
  readonly lacks: LastTexts['lacks'];
  readonly unset: readonly string[];
  /** Whether every text is the last run's. */
  readonly fromLastRun: boolean;
}

/**
 * Chooses a text for each name: what was typed, else what the last run had. Nothing typed counts as a text, of no letters, only
 * where no run has one.
 */
export function sampleValues(
  names: readonly string[],
  typed: Texts,
  { lacks, texts: last }: LastTexts,
): SampleValues {
  const isTyped = (name: string) =>
    typed[name] !== undefined && (typed[name] !== '' || last[name] === undefined);
  const texts: Record<string, string> = {};
  for (const name of names) {
    const text = isTyped(name) ? typed[name] : last[name];
    if (text !== undefined) texts[name] = text;
  }
  return {
    names,
    texts,
    overLast: new Set(names.filter((name) => isTyped(name) && last[name] !== undefined)),
    inLast: new Set(names.filter((name) => last[name] !== undefined)),
    lacks: Object.fromEntries(Object.entries(lacks).filter(([name]) => (typed[name] ?? '') === '')),
    unset: names.filter((name) => texts[name] === undefined),
    fromLastRun: names.length > 0 && !names.some(isTyped),
  };
}
