// Runs that earlier versions wrote down stay readable, whatever events come later: what was stored is never lost.
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIdSchema } from '#shared/ids/ids.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { openHistory } from '../../../support/past-runs.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/history');
const folder = useTemporaryFolder();

/** Every type of event that the first version had. */
const typesOfFirst = [
  ...['run-started', 'node-entered', 'variable-set', 'node-left', 'warned', 'said', 'asked', 'run-ended'],
  ...['answer-refused', 'answered', 'call-prepared', 'attempt-started', 'exchange-started', 'call-ended'],
  ...['exchange-phase', 'exchange-secured', 'exchange-redirected', 'response-head', 'stream-event'],
  ...['attempt-ended', 'retry-waiting'],
];

describe('a run of the first version', () => {
  it('is read whole: listed, event by event, with its bodies', async () => {
    const version = path.join(fixtures, 'v1');
    const [name = ''] = await readdir(version);
    const runId = runIdSchema.parse(name);
    await cp(version, folder.path, { recursive: true });
    const past = openHistory(folder.path);

    expect(await past.all()).toMatchObject([
      {
        runId,
        name: 'Order lookup',
        environmentName: 'staging',
        outcome: 'ended',
        calls: 2,
        call: null,
        repeatable: true,
      },
    ]);
    const opened = await past.history.open({ runId, offset: 0 });
    if (!opened.ok) throw new Error(opened.failure.message);
    const { events, nextOffset, record, skipped } = opened.value;
    expect({ nextOffset, skipped }).toEqual({ nextOffset: null, skipped: 0 });
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual(typesOfFirst.sort());
    expect(record).toMatchObject({ inputs: { shop_name: 'Acme Shop' }, origin: { type: 'flow' } });

    const view = events.reduce<RunView | undefined>((made, event) => projectRunEvent(made, event), undefined);
    expect(view).toMatchObject({ outcome: 'ended', result: { json: '"Ana Sousa"' } });
    expect(view?.calls.map(({ attempts, ended }) => [attempts.length, ended?.statusCode])).toEqual([
      [2, 200],
      [1, 200],
    ]);
    const bodies = await Promise.all(
      (view?.calls ?? []).map(async ({ body }) => {
        const kept = await past.history.body(runId, body?.handle ?? '');
        return Buffer.from((await kept?.read(0, 1000)) ?? []).toString('utf8');
      }),
    );
    expect(bodies[0]).toBe('{"name":"Ana Sousa","orders":[10482,10483]}');
    expect(bodies[1]).toContain('event: step');
  });
});
