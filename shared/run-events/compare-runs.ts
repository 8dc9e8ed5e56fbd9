import type { RunView, TimelineRow } from './run-view.ts';
import type { ValuePreview } from './value-preview.ts';

/** What is different between two runs of one flow. */
export interface RunComparison {
  /** Steps that both made in the same way, from the first on. */
  readonly sameSteps: number;
  /** The first step that differs, `null` where one of them made no further one; both `null` where they went the same way. */
  readonly parts: readonly [TimelineRow | null, TimelineRow | null];
  /** The variables that differ, by name; `null` where a run has none of that name. */
  readonly variables: readonly DifferentVariable[];
}

export interface DifferentVariable {
  readonly name: string;
  readonly values: readonly [ValuePreview | null, ValuePreview | null];
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
  return names
    .map((name): DifferentVariable => ({ name, values: [a?.get(name) ?? null, b?.get(name) ?? null] }))
    .filter(({ values: [x, y] }) => x?.json !== y?.json || x?.type !== y?.type);
}
