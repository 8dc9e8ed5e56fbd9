import type { RunFilter } from '#shared/run-history/matching-runs.ts';
import { pastOutcomes, type RunOrigin, type RunSummary } from '#shared/run-history/run-summary.ts';
import type { MenuEntry, MenuOption } from '../../ui/overlay/menu-entry.ts';
import { outcomeWords } from '../../ui/status/outcome-words.ts';
import { originWords } from './run-words.ts';

/** Spans of time that can be asked for. */
export type FilterSpan = 'today' | 'week';

const any = 'any';
const spanWords: Readonly<Record<FilterSpan, string>> = { today: 'Today', week: 'The last 7 days' };

/** When a span begins, in milliseconds. */
export function spanStart(span: FilterSpan, nowMs: number): number {
  const midnight = new Date(nowMs).setHours(0, 0, 0, 0);
  return span === 'today' ? midnight : new Date(midnight).setDate(new Date(midnight).getDate() - 6);
}

/** The span that a filter asks for, in words; `null` where it asks for none. */
export function spanOf({ sinceMs }: RunFilter, nowMs: number): FilterSpan | null {
  if (sinceMs === null) return null;
  return sinceMs === spanStart('today', nowMs) ? 'today' : 'week';
}

/** Everything that the list can be narrowed by; only what there is can be picked. */
export function filterEntries(
  runs: readonly RunSummary[],
  filter: RunFilter,
  nowMs: number,
  onChange: (change: Partial<RunFilter>) => void,
): readonly MenuEntry[] {
  const flows = new Map(runs.map(({ flowId, flowName }) => [flowId as string, flowName]));
  const environments = new Set(runs.map(({ environmentName }) => environmentName ?? ''));
  const outcomes = pastOutcomes.filter((each) => runs.some(({ outcome }) => outcome === each));
  const origins = (Object.keys(originWords) as RunOrigin['type'][]).filter((each) =>
    runs.some(({ origin }) => origin.type === each),
  );
  return [
    submenu(
      'What was run',
      'run',
      filter.origin,
      origins.map((each) => ({ value: each, label: originWords[each] })),
      (origin) => onChange({ origin: origins.find((each) => each === origin) ?? null }),
    ),
    submenu('Flow', 'flow', filter.flowId, optionsOf([...flows]), (flowId) => onChange({ flowId })),
    submenu(
      'Outcome',
      'circle-check',
      filter.outcome,
      outcomes.map((each) => ({ value: each, label: sentenceCase(outcomeWords[each]) })),
      (outcome) => onChange({ outcome: outcomes.find((each) => each === outcome) ?? null }),
    ),
    submenu(
      'Environment',
      'environment',
      filter.environment === null ? null : `is ${filter.environment}`,
      [...environments].sort().map((name) => ({ value: `is ${name}`, label: environmentWords(name) })),
      (value) => onChange({ environment: value === null ? null : value.slice('is '.length) }),
    ),
    submenu(
      'When',
      'history',
      spanOf(filter, nowMs),
      (['today', 'week'] as const).map((span) => ({ value: span, label: spanWords[span] })),
      (span) => onChange({ sinceMs: span === null ? null : spanStart(span as FilterSpan, nowMs) }),
    ),
    { kind: 'separator' },
    {
      kind: 'check',
      label: 'Pinned only',
      checked: filter.pinnedOnly,
      onChange: (pinnedOnly) => onChange({ pinnedOnly }),
    },
  ];
}

/** What a filter asks for besides its text, each in a word with the way back from it. */
export function filterTags(
  filter: RunFilter,
  runs: readonly RunSummary[],
  nowMs: number,
): readonly { readonly word: string; readonly without: Partial<RunFilter> }[] {
  const { environment, flowId, origin, outcome, pinnedOnly } = filter;
  const span = spanOf(filter, nowMs);
  const flowName = runs.find((run) => run.flowId === flowId)?.flowName ?? 'Deleted flow';
  return [
    ...(origin === null ? [] : [{ word: originWords[origin], without: { origin: null } }]),
    ...(flowId === null ? [] : [{ word: flowName, without: { flowId: null } }]),
    ...(outcome === null ? [] : [{ word: sentenceCase(outcomeWords[outcome]), without: { outcome: null } }]),
    ...(environment === null
      ? []
      : [{ word: environmentWords(environment), without: { environment: null } }]),
    ...(span === null ? [] : [{ word: spanWords[span], without: { sinceMs: null } }]),
    ...(pinnedOnly ? [{ word: 'Pinned', without: { pinnedOnly: false } }] : []),
  ];
}

function submenu(
  label: string,
  icon: 'run' | 'flow' | 'circle-check' | 'environment' | 'history',
  value: string | null,
  options: readonly MenuOption[],
  onChange: (value: string | null) => void,
): MenuEntry {
  return {
    kind: 'submenu',
    label,
    icon,
    entries: [
      {
        kind: 'choice',
        label,
        value: value ?? any,
        options: [{ value: any, label: 'Any' }, ...options],
        onChange: (picked) => onChange(picked === any ? null : picked),
      },
    ],
  };
}

function optionsOf(pairs: readonly (readonly [string, string])[]): readonly MenuOption[] {
  return pairs
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

function environmentWords(name: string): string {
  return name === '' ? 'No environment' : name;
}

function sentenceCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
