// Which contents a result of a scenario was made from, and when they count as others.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Environment } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { documentPrint } from '#shared/scenario/document-print.ts';
import { changedSince, documentsMadeFrom, fileKey, fileOfKey } from '#shared/scenario/made-from.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { documentSchema, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { exampleFolder, orderLookup } from '../../../stories/order-lookup.ts';

const documents = ['flows', 'endpoints', 'environments', 'fixtures', 'scenarios'].flatMap((kind) =>
  readdirSync(path.join(exampleFolder, kind), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) =>
      documentSchema.parse(JSON.parse(readFileSync(path.join(exampleFolder, kind, file), 'utf8'))),
    ),
);
const named = <Kind extends WorkspaceDocument>(format: Kind['format'], name: string): Kind =>
  documents.find((each): each is Kind => each.format === format && each.name === name)!;
const happy = named<Scenario>('flowbench.scenario', 'Happy path');
const lookUp = (all: readonly WorkspaceDocument[]) => ({
  document: (id: string) => all.find((each) => each.id === id) ?? null,
  defaults: () =>
    all.find((each) => each.format === 'flowbench.environment' && each.defaults === true) ?? null,
});

describe('what a scenario is run from', () => {
  it('is itself, its flow, endpoints, environment, defaults and fixtures', () => {
    const { files, prints } = documentsMadeFrom(happy, lookUp(documents));
    const names = Object.keys(prints).map((key) => {
      const document = documents.find(({ id }) => id === key);
      return document === undefined ? key : `${document.format.slice(10)} ${document.name}`;
    });
    expect(names).toContain('defaults');
    expect(names).toEqual(
      expect.arrayContaining(['scenario Happy path', 'flow Order lookup', 'endpoint Sample API']),
    );
    expect(names.some((name) => name.startsWith('fixture '))).toBe(true);
    expect(names.some((name) => name.startsWith('environment '))).toBe(true);
    expect(files).toEqual([]);
  });

  it('has the flows that its flow runs, and the files that are sent', () => {
    const other = documents.find(
      (each): each is Scenario => each.format === 'flowbench.scenario' && each.id !== happy.id,
    )!;
    const sending = orderLookup();
    const flow = {
      ...sending,
      nodes: sending.nodes.map((node) =>
        node.kind === 'api-call'
          ? { ...node, config: { ...node.config, body: { type: 'binary', file: 'photo.png' } } }
          : node,
      ),
    } as Flow;
    const around = { ...lookUp([]), document: (id: string) => (id === other.flow ? flow : null) };
    expect(documentsMadeFrom(other, around).files).toEqual(['photo.png']);
    expect(fileOfKey(fileKey('photo.png'))).toBe('photo.png');
    expect(fileOfKey(happy.id)).toBeNull();
  });

  it('counts what is gone, and what came since', () => {
    const { prints } = documentsMadeFrom(happy, lookUp(documents));
    const without = lookUp(documents.filter(({ id }) => id !== happy.flow));
    const now = (key: string) => {
      const document = key === 'defaults' ? without.defaults() : without.document(key);
      return document === null ? '' : documentPrint(document);
    };
    expect(changedSince(prints, now)).toEqual([happy.flow]);
    expect(changedSince(prints, () => undefined)).toEqual([]);
    expect(documentsMadeFrom(happy, without).prints[happy.flow]).toBe('');
  });
});

describe('the print of a document', () => {
  const flow = orderLookup();
  const again = <Part extends WorkspaceDocument>(document: Part): Part => structuredClone(document);

  it('is the same for the same contents, however they came about', () => {
    for (const document of documents) expect(documentPrint(again(document))).toBe(documentPrint(document));
  });

  it('does not mind what only the window shows, or what the linter is told', () => {
    const silenced = [{ rule: 'text-missing', reason: 'Meant so.' }];
    const moved = flow.nodes.map((node) => ({ ...node, position: { x: 1, y: 2 }, silenced }));
    expect(documentPrint({ ...flow, nodes: [...moved].reverse(), silenced, groups: [] })).toBe(
      documentPrint(flow),
    );
    const environment = named<Environment>('flowbench.environment', documents.find(isEnvironment)!.name);
    expect(documentPrint({ ...environment, colour: 'pink', silenced })).toBe(documentPrint(environment));
    expect(documentPrint({ ...happy, name: 'Other', description: 'x', tags: ['slow'], silenced })).toBe(
      documentPrint(happy),
    );
  });

  it('minds everything else', () => {
    const [first] = flow.nodes;
    const others: readonly WorkspaceDocument[] = [
      { ...flow, name: 'Other' },
      { ...flow, strict: !flow.strict },
      { ...flow, errorNode: first!.id },
      { ...flow, connections: flow.connections.slice(1) },
      { ...flow, nodes: flow.nodes.map((node) => (node === first ? { ...node, name: 'Other' } : node)) },
      { ...flow, nodes: flow.nodes.slice(0, -1) },
    ];
    expect(new Set([flow, ...others].map(documentPrint)).size).toBe(others.length + 1);
    expect(documentPrint({ ...happy, seed: 2 })).not.toBe(documentPrint(happy));
  });
});

function isEnvironment(document: WorkspaceDocument): boolean {
  return document.format === 'flowbench.environment';
}
