import type { RunView, TimelineRow } from './run-view.ts';
import type { ValuePreview } from './value-preview.ts';

/** What is different between two runs of one flow. */
export interface RunComparison {
  /** Steps that both made in the same way, from the first on. */
  readonly sameSteps: number;
  /** The first step that differs, `null` where one of them made no further one; both `null` where they went the same way. */
  readonly parts: readonly [TimelineRow | null, TimelineRow | null];
  /** The variables that differ, and those that may, by name. */
  readonly variables: readonly DifferentVariable[];
}

export interface DifferentVariable {
  readonly name: string;
  /** What each run left in it; `null` where a run has none of that name. */
  readonly values: readonly [ValuePreview | null, ValuePreview | null];
  /** Both are too large to be kept whole, and what is kept is the same: whether they differ is not known. */
  readonly isUnknown: boolean;
}

/** Compares two runs by the nodes they came to, how those went, and what they left in variables. */
export function compareRuns(first: RunView, second: RunView): RunComparison {
  const longest = Math.max(first.timeline.length, second.timeline.length);
  let at = 0;
  while (at < longest && isSame(first.timeline[at], second.timeline[at])) at += 1;
  return {
    sameSteps: at,
    parts: [first.timeline[at] ?? null, second.timeline[at] ?? null],
    variables: differences(first, second),
  };
}

function isSame(a: TimelineRow | undefined, b: TimelineRow | undefined): boolean {
  return a !== undefined && b !== undefined && a.nodeId === b.nodeId && a.result === b.result;
}

function differences(first: RunView, second: RunView): readonly DifferentVariable[] {
  const [a, b] = [first, second].map(
    ({ variables }) => new Map(variables.map((each) => [each.name, each.value])),
  );
  const names = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].sort((x, y) => x.localeCompare(y));
  return names.flatMap((name): DifferentVariable[] => {
    const values = [a?.get(name) ?? null, b?.get(name) ?? null] as const;
    const differ = isDifferent(...values);
    return differ === false ? [] : [{ name, values, isUnknown: differ === null }];
  });
}

/** Whether two values differ; `null` where what is kept of them does not tell. */
function isDifferent(a: ValuePreview | null, b: ValuePreview | null): boolean | null {
  if (a === null || b === null) return a !== b;
  const isSameSoFar = a.type === b.type && a.json === b.json && a.truncated === b.truncated;
  if (!isSameSoFar || JSON.stringify(a.tally) !== JSON.stringify(b.tally)) return true;
  return a.truncated ? null : false;
}
