// Scenarios as the page has them run: all rows, what came of each, runs that can be opened, stopping, and the same requests
// as by the command line.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { documentPrint } from '#shared/scenario/document-print.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useHandlerDesk, type HandlerDesk } from '../../support/handler-desk.ts';
import { orderingWorkspace, token } from '../../support/ordering-workspace.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();

/** Opens a folder as a workspace. */
async function opened(folder: string) {
  const desk = newDesk(root.path, { answers: { folders: [folder] } });
  const answer = await desk.call('workspace.open', { folder: null });
  if (!answer.ok) throw new Error('The workspace was not opened.');
  return { desk, documents: answer.value.documents.map(({ document }) => document) };
}

const scenariosOf = (documents: readonly WorkspaceDocument[]): readonly Scenario[] =>
  documents.filter((each): each is Scenario => each.format === 'flowbench.scenario');

/** What came of the scenarios that were run, once all of it is there. */
async function results(desk: HandlerDesk): Promise<readonly ScenarioResult[]> {
  await expect
    .poll(
      () => {
        const told = desk.scenarioProgress;
        const waiting = told.flatMap((each) => (each.type === 'waiting' ? each.places : []));
        return waiting.length > 0 && told.filter(({ type }) => type === 'ended').length >= waiting.length;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return desk.scenarioProgress.flatMap((each) => (each.type === 'ended' ? [each.result] : []));
}

describe('scenario.*', () => {
  beforeEach(() => cp(exampleFolder, root.file('example'), { recursive: true }));

  it('runs every scenario with every row, and keeps each as a run that can be opened', async () => {
    const { desk, documents } = await opened(root.file('example'));
    const scenarios = scenariosOf(documents);
    await desk.call('scenario.run', { ids: scenarios.map(({ id }) => id) });
    const all = await results(desk);
    expect(all.map(({ outcome, row, trouble }) => ({ outcome, row, trouble }))).toHaveLength(12);
    expect(all.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    const happy = scenarios.find(({ name }) => name === 'Happy path')!;
    const [of] = all.filter(({ scenarioId }) => scenarioId === happy.id);
    expect(of!.said!.length).toBeGreaterThan(2);
    expect(of!.covered.length).toBeGreaterThan(5);
    const { runs } = await desk.call('history.list', { offset: 0, length: 100 });
    expect(new Set(runs.map(({ runId }) => runId)).size).toBe(12);
    expect(runs.find(({ runId }) => runId === of!.runId)).toMatchObject({
      name: 'Happy path',
      flowName: 'Order lookup',
      origin: { type: 'scenario', scenarioId: happy.id, row: null },
      outcome: 'ended',
    });
    const run = await desk.call('history.open', { runId: of!.runId!, offset: 0 });
    if (!run.ok) throw new Error(run.failure.message);
    expect(new Set(run.value.events.map(({ runId }) => runId))).toEqual(new Set([of!.runId]));
    const call = run.value.events.find((event) => event.type === 'call-ended' && event.body !== null);
    if (call?.type !== 'call-ended') throw new Error('No call was made.');
    const body = await desk.call('body.read', {
      runId: of!.runId!,
      handle: call.body!.handle,
      offset: 0,
      length: 1000,
    });
    expect(body.ok).toBe(true);
    // Nothing of it is told as a run that the window follows.
    expect(desk.events).toEqual([]);
  });

  it('says what failed at which event of the run that is kept', async () => {
    const file = root.file('example', 'scenarios', 'order-lookup', 'happy-path.json');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Your order is shipped."\n      }', 'Your order is lost."\n      }'));
    const { desk, documents } = await opened(root.file('example'));
    const happy = scenariosOf(documents).find(({ name }) => name === 'Happy path')!;
    await desk.call('scenario.run', { ids: [happy.id] });
    const [result] = await results(desk);
    expect(result).toMatchObject({ outcome: 'failed', trouble: null });
    const wrong = result!.results.filter(({ passed }) => !passed);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatchObject({ title: '"Order found" says it' });
    const run = await desk.call('history.open', { runId: result!.runId!, offset: 0 });
    if (!run.ok) throw new Error(run.failure.message);
    expect(run.value.events.find(({ seq }) => seq === wrong[0]!.seq)).toMatchObject({ type: 'said' });
  });

  it('says why a scenario cannot be run, and runs the others', async () => {
    const { desk, documents } = await opened(root.file('example'));
    const [some] = scenariosOf(documents);
    const gone = 'sc_aaaaaaaaaaaa' as Scenario['id'];
    await desk.call('scenario.run', { ids: [gone, some!.id] });
    await expect
      .poll(() => desk.scenarioProgress.filter(({ type }) => type === 'ended').length, { timeout: 10_000 })
      .toBe(2);
    const all = await results(desk);
    expect(all.find(({ scenarioId }) => scenarioId === gone)).toMatchObject({
      outcome: 'not-run',
      trouble: 'This scenario is not saved.',
    });
    expect(all.find(({ scenarioId }) => scenarioId === some!.id)).toMatchObject({ outcome: 'passed' });
  });
});

describe('results of scenarios', () => {
  beforeEach(() => cp(exampleFolder, root.file('example'), { recursive: true }));
  const happyIn = (documents: readonly WorkspaceDocument[]) =>
    scenariosOf(documents).find(({ name }) => name === 'Happy path')!;

  it('are there again when the workspace is opened again, and lead to their runs', async () => {
    const first = await opened(root.file('example'));
    const happy = happyIn(first.documents);
    await first.desk.call('scenario.run', { ids: [happy.id] });
    const [result] = await results(first.desk);
    await first.desk.workbench.close();
    const { desk } = await opened(root.file('example'));
    const kept = await desk.call('scenario.results', { after: null });
    expect(kept).toEqual({ results: [result], next: null });
    expect(await desk.call('history.open', { runId: result!.runId!, offset: 0 })).toMatchObject({ ok: true });
    await desk.call('history.delete', { runs: [result!.runId!] });
    const after = await desk.call('scenario.results', { after: null });
    expect(after.results).toEqual([{ ...result, runId: null }]);
  });

  it('say what they were made from, with the files that are sent', async () => {
    const flowFile = root.file('example', 'flows', 'order-lookup.json');
    const flow = JSON.parse(await readFile(flowFile, 'utf8')) as {
      nodes: { kind: string; config: object }[];
    };
    for (const node of flow.nodes)
      if (node.kind === 'api-call')
        node.config = { ...node.config, body: { type: 'binary', file: 'files/photo.png' } };
    await writeFile(flowFile, JSON.stringify(flow));
    await mkdir(root.file('example', 'files'), { recursive: true });
    await writeFile(root.file('example', 'files', 'photo.png'), 'one');
    const { desk, documents } = await opened(root.file('example'));
    const happy = happyIn(documents);
    await desk.call('scenario.run', { ids: [happy.id] });
    const [result] = await results(desk);
    const before = await desk.call('scenario.file-prints', { names: ['files/photo.png', 'gone.png'] });
    expect(before['gone.png']).toBe('');
    expect(result!.madeFrom['file:files/photo.png']).toBe(before['files/photo.png']);
    const ofFlow = documents.find(({ id }) => id === happy.flow)!;
    expect(result!.madeFrom[happy.flow]).toBe(documentPrint(ofFlow));
    await writeFile(root.file('example', 'files', 'photo.png'), 'another');
    const after = await desk.call('scenario.file-prints', { names: ['files/photo.png'] });
    expect(after['files/photo.png']).not.toBe(before['files/photo.png']);
  });
});

describe('a copy of the example', () => {
  it('has its sample API, for scenarios that let a call go to the network', async () => {
    await cp(exampleFolder, root.file('example'), { recursive: true });
    const file = root.file('example', 'scenarios', 'order-lookup', 'happy-path.json');
    const scenario = JSON.parse(await readFile(file, 'utf8')) as Scenario;
    const { snapshot: _, ...rest } = scenario;
    await writeFile(
      file,
      JSON.stringify({ ...rest, network: 'allowed', standIns: [], expect: [] } satisfies Scenario),
    );
    const { desk, documents } = await opened(root.file('example'));
    const happy = scenariosOf(documents).find(({ name }) => name === 'Happy path')!;
    await desk.call('scenario.run', { ids: [happy.id] });
    const [result] = await results(desk);
    expect(result).toMatchObject({ outcome: 'passed', trouble: null });
    expect(result!.said!.map(({ text }) => text).join(' ')).toContain('shipped');
  });
});

describe('the window and the command line', () => {
  beforeAll(commandLineBuilt, 60_000);
  let server: HttpRecorder;
  let isSilent = false;
  beforeEach(async () => {
    isSilent = false;
    server = await HttpRecorder.start(({ target }) =>
      isSilent
        ? { then: 'silence' }
        : `HTTP/1.1 ${target.includes('lost') ? '404 Not Found' : '200 OK'}\r\nContent-Type: application/json\r\nSet-Cookie: seen=1\r\nContent-Length: 15\r\n\r\n{"state":"new"}`,
    );
    await orderingWorkspace(root.path, server.origin);
  });
  afterEach(() => server[Symbol.asyncDispose]());

  /** Everything but which connection it came on, in an order that does not go by what happened first. */
  const sent = (): readonly string[] => {
    const lines = server.requests.splice(0).map(({ connection: _, ...request }) => JSON.stringify(request));
    return lines.sort();
  };

  it('send the same requests byte for byte, and come to the same results', async () => {
    const byCommand = await ran(['run', path.join(root.path, 'shop'), '--reporter', 'json'], {
      env: { FLOWBENCH_SECRET_SHOP_API_TOKEN: token },
    });
    const told = byCommand.output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; id: string; row: number | null; outcome: string });
    const commandRequests = sent();
    expect(commandRequests.length).toBeGreaterThan(8);

    const { desk, documents } = await opened(path.join(root.path, 'shop'));
    const endpoint = documents.find(({ format }) => format === 'flowbench.endpoint')!;
    if (endpoint.format !== 'flowbench.endpoint' || endpoint.auth.type !== 'bearer')
      throw new Error('No token.');
    const set = await desk.call('secret.set', {
      documentId: endpoint.id,
      slot: (endpoint.auth.token as { secret: never }).secret,
      origin: server.origin,
      value: token,
    });
    expect(set).toMatchObject({ ok: true });
    await desk.call('scenario.run', { ids: scenariosOf(documents).map(({ id }) => id) });
    const all = await results(desk);
    expect(sent()).toEqual(commandRequests);

    const facts = (given: { outcome: string; row: number | null }, expectations: readonly object[]) => ({
      outcome: given.outcome,
      row: given.row,
      expectations,
    });
    const ofCommand = told
      .filter(({ type }) => type === 'scenario')
      .map((each) => ({
        id: each.id,
        ...facts(each, (each as unknown as { expectations: readonly object[] }).expectations),
      }));
    const ofWindow = all.map((each) => ({ id: each.scenarioId, ...facts(each, each.results) }));
    const sorted = <Each extends { id: string; row: number | null }>(list: readonly Each[]) =>
      list.toSorted((one, other) =>
        `${one.id} ${String(one.row)}`.localeCompare(`${other.id} ${String(other.row)}`),
      );
    expect(sorted(ofWindow)).toEqual(sorted(ofCommand));
    expect(new Set(ofWindow.map(({ outcome }) => outcome))).toEqual(new Set(['passed', 'failed']));
    expect(JSON.stringify(all)).not.toContain(token);
  });

  it('leave what came of the time before where the workspace closes under a run', async () => {
    await orderingWorkspace(root.path, server.origin, 'none');
    const first = await opened(path.join(root.path, 'shop'));
    const single = scenariosOf(first.documents).find(({ name }) => name === 'Single')!;
    await first.desk.call('scenario.run', { ids: [single.id] });
    const before = await results(first.desk);
    isSilent = true;
    await first.desk.call('scenario.run', { ids: [single.id] });
    await expect.poll(() => first.desk.scenarioProgress.at(-1)?.type, { timeout: 10_000 }).toBe('at');
    await first.desk.workbench.close();
    expect(first.desk.scenarioProgress.at(-1)).toMatchObject({ result: { outcome: 'stopped' } });
    const { desk } = await opened(path.join(root.path, 'shop'));
    expect((await desk.call('scenario.results', { after: null })).results).toEqual(before);
  });

  it('stop what is under way, and begin nothing further', async () => {
    isSilent = true;
    await orderingWorkspace(root.path, server.origin, 'none');
    const { desk, documents } = await opened(path.join(root.path, 'shop'));
    const scenarios = scenariosOf(documents);
    await desk.call('scenario.run', { ids: scenarios.map(({ id }) => id) });
    await expect
      .poll(() => desk.scenarioProgress.filter(({ type }) => type === 'began').length, { timeout: 10_000 })
      .toBe(4);
    // Whoever takes its time is seen at its node.
    await expect
      .poll(() => desk.scenarioProgress.filter(({ type }) => type === 'at').length, { timeout: 10_000 })
      .toBe(4);
    await desk.call('scenario.stop', { ids: null });
    const all = await results(desk);
    expect(desk.scenarioProgress.filter(({ type }) => type === 'began')).toHaveLength(4);
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(['stopped']));
  });
});
