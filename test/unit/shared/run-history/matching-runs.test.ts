// Narrowing the list of past runs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingRuns, noRunFilter } from '#shared/run-history/matching-runs.ts';
import { runSummarySchema } from '#shared/run-history/run-summary.ts';
import { storyId } from '../../../stories/story-id.ts';
import { anyRunSummaries } from '../../../support/any-run-summary.ts';
import { runs } from '../../../support/runs.ts';

const run = (name: string, change: object = {}) =>
  runSummarySchema.parse({
    runId: storyId('rn', name),
    origin: { type: 'flow' },
    name,
    flowId: storyId('fl', name),
    flowName: name,
    environmentName: null,
    startedAt: '2026-03-04T10:00:00.000Z',
    tookMs: 5,
    outcome: 'ended',
    calls: 0,
    call: null,
    sizeBytes: 1,
    pinned: false,
    repeatable: true,
    incomplete: false,
    ...change,
  });

const all = [
  run('Order lookup', { environmentName: 'staging', pinned: true }),
  run('Returns', { outcome: 'failed', call: { status: 'error', statusCode: 404 }, calls: 1 }),
  run('Opening hours', { startedAt: '2026-03-01T10:00:00.000Z', outcome: 'interrupted' }),
  run('Late delivery', {
    startedAt: '2026-03-02T10:00:00.000Z',
    origin: { type: 'scenario', scenarioId: storyId('sc', 'Late delivery'), row: 2 },
  }),
];
const found = (change: Partial<typeof noRunFilter>) =>
  matchingRuns(all, { ...noRunFilter, ...change }).map(({ name }) => name);

describe('past runs are found', () => {
  it.each([
    ['everything', {}, ['Order lookup', 'Returns', 'Opening hours', 'Late delivery']],
    ['by a part of the name, whatever the case', { text: 'ORDER' }, ['Order lookup']],
    ['by words in any order', { text: 'staging lookup' }, ['Order lookup']],
    ['by the status of the call', { text: '404' }, ['Returns']],
    ['by the outcome in words', { text: 'interrupted' }, ['Opening hours']],
    ['by the id', { text: all[1]!.runId }, ['Returns']],
    ['by nothing that is there', { text: 'staging 404' }, []],
    ['by flow', { flowId: storyId('fl', 'Returns') }, ['Returns']],
    ['by outcome', { outcome: 'failed' as const }, ['Returns']],
    ['by environment', { environment: 'staging' }, ['Order lookup']],
    ['by having no environment', { environment: '' }, ['Returns', 'Opening hours', 'Late delivery']],
    ['by what was run', { origin: 'scenario' as const }, ['Late delivery']],
    ['by what was run by hand', { origin: 'flow' as const }, ['Order lookup', 'Returns', 'Opening hours']],
    ['by the pin', { pinnedOnly: true }, ['Order lookup']],
    ['by the day', { sinceMs: Date.parse('2026-03-04T00:00:00Z') }, ['Order lookup', 'Returns']],
  ])('%s', (_how, change, names) => {
    expect(found(change)).toEqual(names);
  });

  it('in the order in which they stood, and nothing is added', () => {
    fc.assert(
      fc.property(anyRunSummaries, fc.constantFrom('', 'order', 'staging 200', 'returns'), (list, text) => {
        const matching = matchingRuns(list, { ...noRunFilter, text });
        expect(list.filter((each) => matching.includes(each))).toEqual(matching);
      }),
      { numRuns: runs(300) },
    );
  });
});
