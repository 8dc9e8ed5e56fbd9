// Past runs of every kind, for rules about lists of them.
import fc from 'fast-check';
import {
  pastOutcomes,
  type RunOrigin,
  type RunSummary,
  runSummarySchema,
} from '#shared/run-history/run-summary.ts';
import { storyId } from '../stories/story-id.ts';

const names = ['Order lookup', 'Returns', 'Opening hours'] as const;

const origins: readonly RunOrigin[] = [
  { type: 'flow' },
  { type: 'scenario', scenarioId: storyId('sc', 'Late'), row: null },
  { type: 'call', nodeId: storyId('nd', 'Get order') },
];

/** Lists of past runs with ids of their own. */
export const anyRunSummaries: fc.Arbitrary<readonly RunSummary[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(...names),
      origin: fc.constantFrom(...origins),
      environmentName: fc.constantFrom(null, 'staging', 'production'),
      startedMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      outcome: fc.constantFrom(...pastOutcomes),
      sizeBytes: fc.integer({ min: 0, max: 10_000 }),
      pinned: fc.boolean(),
      statusCode: fc.constantFrom(null, 200, 404, 503),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map(summaryOf));

interface Drawn {
  readonly name: string;
  readonly origin: RunOrigin;
  readonly environmentName: string | null;
  readonly startedMs: number;
  readonly outcome: RunSummary['outcome'];
  readonly sizeBytes: number;
  readonly pinned: boolean;
  readonly statusCode: number | null;
}

function summaryOf({ startedMs, statusCode, ...drawn }: Drawn, at: number): RunSummary {
  return runSummarySchema.parse({
    ...drawn,
    runId: storyId('rn', `drawn ${String(at)}`),
    flowId: storyId('fl', drawn.name),
    flowName: drawn.name,
    startedAt: new Date(startedMs).toISOString(),
    tookMs: 12,
    calls: statusCode === null ? 0 : 1,
    call: statusCode === null ? null : { status: statusCode < 300 ? 'success' : 'error', statusCode },
    repeatable: true,
    incomplete: false,
  });
}
