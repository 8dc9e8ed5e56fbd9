import type { runOptionTable } from './run-option-table.ts';

type Name = keyof typeof runOptionTable;

/** What has no meaning beside an option: left unread, it would seem to have been heeded. */
const withoutMeaning: Readonly<Partial<Record<Name, readonly Name[]>>> = {
  interactive: [
    'scenario',
    'tag',
    'answers',
    'shard',
    'data',
    'seed',
    'parallel',
    'timeout',
    'retries',
    'watch',
    'bail',
    'reporter',
    'update-snapshots',
    'coverage',
    'timings',
  ],
  // One flow, and no scenario that could be chosen or written into.
  answers: ['scenario', 'tag', 'shard', 'record', 'update-snapshots', 'timings'],
};

/** Says in a sentence which of the given options do not go together; `null` where all do. */
export function optionConflict(given: Readonly<Partial<Record<Name, unknown>>>): string | null {
  for (const [option, others] of Object.entries(withoutMeaning)) {
    const other =
      given[option as Name] === undefined ? undefined : others.find((each) => given[each] !== undefined);
    if (other !== undefined) return `--${option} has no --${other}.`;
  }
  return null;
}
