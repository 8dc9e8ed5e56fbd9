import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { pastRunWanted, repeatWanted, runIdCopied } from '../../store/history-actions.ts';
import { deletionWanted, runPinned } from '../../store/history-store.ts';
import { runStopped } from '../../store/run-actions.ts';
import { scenarioRecorded } from '../../store/record-scenario.ts';
import type { MenuEntry } from '../../ui/overlay/menu-entry.ts';

/** What can be done with a run of the list. */
export function runEntries(run: RunSummary): readonly MenuEntry[] {
  const isRunning = run.outcome === 'running';
  return [
    { kind: 'action', label: 'Open', icon: 'external', onSelect: () => void pastRunWanted(run) },
    ...(isRunning
      ? [
          {
            kind: 'action' as const,
            label: 'Stop',
            icon: 'stop' as const,
            onSelect: () => void runStopped(run.runId),
          },
        ]
      : []),
    ...(run.repeatable
      ? [
          {
            kind: 'action' as const,
            label: 'Run again with the same inputs',
            icon: 'run' as const,
            onSelect: () => void repeatWanted(run),
          },
        ]
      : []),
    ...(run.origin.type === 'flow'
      ? [
          {
            kind: 'action' as const,
            label: 'Record as scenario',
            icon: 'scenario' as const,
            disabledReason: isRunning ? 'The run is not over yet.' : undefined,
            onSelect: () => void scenarioRecorded(run.runId),
          },
        ]
      : []),
    {
      kind: 'action',
      label: run.pinned ? 'Unpin' : 'Pin',
      icon: run.pinned ? 'pin-off' : 'pin',
      onSelect: () => void runPinned(run, !run.pinned),
    },
    { kind: 'action', label: 'Copy id', icon: 'copy', onSelect: () => void runIdCopied(run) },
    { kind: 'separator' },
    {
      kind: 'action',
      label: 'Delete',
      icon: 'trash',
      keys: 'Delete',
      danger: true,
      disabledReason: isRunning ? 'It is under way: stop it first.' : undefined,
      onSelect: () => void deletionWanted(run),
    },
  ];
}
