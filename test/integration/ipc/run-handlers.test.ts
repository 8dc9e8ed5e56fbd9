// What the page can ask about runs and bodies, answered by the real host against the real sample API.
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunEventOf } from '#shared/run-events/run-event.ts';
import { useHandlerDesk, type HandlerDesk, type Answers } from '../../support/handler-desk.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();

/** The example with its own API, open; its documents by name. */
async function example(answers: Answers = {}) {
  const exampleFolder = root.file('example');
  await cp(path.resolve('examples/order-lookup'), exampleFolder, { recursive: true });
  const desk = newDesk(root.path, { exampleFolder, answers });
  const opened = await desk.call('workspace.open-example', null);
  const documents = opened.ok ? opened.value.documents.map(({ document }) => document) : [];
  const named = <Format extends 'flow' | 'endpoint' | 'environment'>(format: Format, name: string) =>
    documents.find((each) => each.format === `flowbench.${format}` && each.name === name) as
      Extract<(typeof documents)[number], { format: `flowbench.${Format}` }> | undefined;
  return {
    desk,
    flow: named('flow', 'Order lookup')!,
    endpoint: named('endpoint', 'Sample API')!,
    environment: named('environment', 'local')!,
  };
}

async function runToEnd(desk: HandlerDesk, flow: Flow, environmentId: string, answer: string) {
  const started = await desk.call('run.start', {
    flowId: flow.id,
    environmentId: environmentId as never,
    inputs: {},
  });
  if (!started.ok) throw new Error(started.failure.message);
  const { runId } = started.value;
  await desk.untilEvent('asked');
  expect(await desk.call('run.answer', { runId, text: answer })).toEqual({ ok: true, value: null });
  const ended = (await desk.untilEvent('run-ended')) as RunEventOf<'run-ended'>;
  return { runId, ended };
}

describe('run.* and body.*', () => {
  it('runs the example to its end, and tells what happened in order', async () => {
    const { desk, flow, environment } = await example();
    const { ended } = await runToEnd(desk, flow, environment.id, '10482');
    expect(ended.outcome).toBe('ended');
    expect(desk.events.map(({ seq }) => seq)).toEqual(desk.events.map((_event, index) => index));
    expect(desk.events.filter(({ type }) => type === 'call-ended').length).toBeGreaterThanOrEqual(1);
  });

  it('reads a body in ranges, and saves the whole to a file that a person names', async () => {
    const target = root.file('order.json');
    const { desk, flow, environment } = await example({ saveFiles: [target, null, '/nowhere/at/all.json'] });
    const { runId } = await runToEnd(desk, flow, environment.id, '10482');
    const call = desk.events.find((event): event is RunEventOf<'call-ended'> => event.type === 'call-ended');
    const handle = call?.body?.handle ?? '';
    const read = await desk.call('body.read', { runId, handle, offset: 0, length: 1_048_576 });
    const text = read.ok ? Buffer.from(read.value.base64, 'base64').toString('utf8') : '';
    expect(JSON.parse(text)).toMatchObject({ id: 10482 });

    const input = { runId, handle, suggestedName: '../../etc/order.json' };
    expect(await desk.call('body.save', input)).toEqual({ ok: true, value: null });
    expect(desk.happened.at(-1)).toBe('asked where to save order.json');
    expect(await readFile(target, 'utf8')).toBe(text);
    expect(await desk.call('body.save', input)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await desk.call('body.save', input)).toMatchObject({
      ok: false,
      failure: { code: 'not-written' },
    });
    const gone = { ...input, handle: 'gone' };
    expect(await desk.call('body.save', gone)).toMatchObject({ ok: false, failure: { code: 'gone' } });
  });

  it('sends a test request through an endpoint', async () => {
    const { desk, endpoint, environment } = await example();
    const started = await desk.call('call.test-endpoint', {
      endpointId: endpoint.id,
      environmentId: environment.id,
      method: 'GET',
      path: '/orders/10482',
    });
    expect(started).toMatchObject({ ok: true });
    expect(await desk.untilEvent('call-ended')).toMatchObject({ status: 'success', statusCode: 200 });
  });

  it('previews and tries one API Call alone', async () => {
    const { desk, flow, environment } = await example();
    const node = flow.nodes.find((each) => each.kind === 'api-call');
    if (node?.kind !== 'api-call') throw new Error('The example has no API Call');
    const given = { flowId: flow.id, environmentId: environment.id, variables: { order_id: '10482' } };
    const preview = await desk.call('call.preview', { ...given, config: node.config });
    expect(preview).toMatchObject({ ok: true, value: { method: node.config.method } });
    expect(desk.events).toEqual([]);
    expect(await desk.call('call.try', { ...given, nodeId: node.id })).toMatchObject({ ok: true });
    expect(await desk.untilEvent('call-ended')).toMatchObject({ status: 'success' });
  });

  it('cancels a run, and nothing that is not running', async () => {
    const { desk, flow, environment } = await example();
    const started = await desk.call('run.start', {
      flowId: flow.id,
      environmentId: environment.id,
      inputs: {},
    });
    if (!started.ok) throw new Error(started.failure.message);
    await desk.untilEvent('asked');
    expect(await desk.call('run.cancel', started.value)).toBeNull();
    expect(await desk.untilEvent('run-ended')).toMatchObject({ outcome: 'cancelled' });
    expect(await desk.call('run.cancel', started.value)).toBeNull();
  });

  it('ends what runs when another workspace is opened', async () => {
    const { desk, flow, environment } = await example({ folders: [root.file('other')] });
    await desk.call('run.start', { flowId: flow.id, environmentId: environment.id, inputs: {} });
    await desk.untilEvent('asked');
    expect(await desk.call('workspace.create', { folder: null, name: 'Other' })).toMatchObject({ ok: true });
    expect(await desk.untilEvent('run-ended')).toMatchObject({ outcome: 'cancelled' });
  });
});
