import type { Flow } from '#shared/flow/flow.ts';
import { flowPrint } from '#shared/run-history/flow-print.ts';
import { isWholeFlow } from '#shared/run-history/run-summary.ts';
import type { PastRun } from '../../store/past-runs.ts';

/** What a person has to know who looks at a past run, one sentence each. */
export function pastRunNotes(
  { past, record, skipped, view }: PastRun,
  flow: Flow | undefined,
): readonly string[] {
  const notes: readonly (readonly [holds: boolean, sentence: string])[] = [
    [
      view.outcome === 'interrupted',
      'Flowbench ended before this run did: what was written until then is shown.',
    ],
    [
      isChanged(record, flow),
      'The flow has changed since: the canvas shows it as it is now, with what the run did to the nodes it still has.',
    ],
    [skipped === 1, 'One event is of another version of Flowbench and is left out.'],
    [skipped > 1, `${String(skipped)} events are of another version of Flowbench and are left out.`],
    [
      past?.isGivenUp === true && hasSteps(record),
      'It is too long to be stepped through: only the whole of it can be shown.',
    ],
    [
      past === null && hasSteps(record),
      'Runs that were opened since needed the memory for its steps: open it again to step through it.',
    ],
    [record?.incomplete === true, 'It was too large to be kept whole: some of what happened is missing.'],
  ];
  return notes.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}

/** Whether a run of the history can be stepped through now. */
export const isSteppable = ({ past, record }: PastRun): boolean =>
  past?.isGivenUp === false && hasSteps(record);

/** A request that was sent alone is one moment. A record that was lost does not say so. */
function hasSteps(record: PastRun['record']): boolean {
  return record === null || isWholeFlow(record.origin);
}

/** A record that was lost has no print to compare with. */
function isChanged(record: PastRun['record'], flow: Flow | undefined): boolean {
  const ofOther = record?.others.find(({ id }) => id === flow?.id);
  const printed = (ofOther ?? record)?.flowPrint ?? '';
  return flow !== undefined && printed !== '' && printed !== flowPrint(flow);
}
