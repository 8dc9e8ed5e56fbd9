// Reads the one flow of a workspace as it was written, told by the names of its nodes.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Flow } from '#shared/flow/flow.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { saved } from './person.ts';

/** A flow told by names: where its nodes stand, and what leads where. */
export interface ToldFlow {
  readonly places: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  /** Where a node stands; one that is not there fails the test. */
  readonly place: (name: string) => { readonly x: number; readonly y: number };
  /** Such as `Start, next → Greeting`, in the order of letters. */
  readonly lines: readonly string[];
  readonly nodes: readonly FlowNode[];
}

/** Waits until everything is written, and reads the only flow of a workspace. */
export async function writtenFlow(page: Page, workspace: string): Promise<ToldFlow> {
  await saved(page);
  const folder = path.join(workspace, 'flows');
  const [file, ...others] = await readdir(folder);
  expect(others).toEqual([]);
  const flow = JSON.parse(await readFile(path.join(folder, file ?? ''), 'utf8')) as Flow;
  const nameOf = (id: string) => flow.nodes.find((node) => node.id === id)?.name ?? id;
  const place = (name: string) => {
    const found = flow.nodes.find((node) => node.name === name);
    if (found === undefined) throw new Error(`The flow has no node "${name}".`);
    return found.position;
  };
  return {
    place,
    places: Object.fromEntries(flow.nodes.map(({ name, position }) => [name, position])),
    lines: flow.connections
      .map(({ from, to }) => `${nameOf(from.node)}, ${from.exit} → ${nameOf(to)}`)
      .sort(),
    nodes: flow.nodes,
  };
}
