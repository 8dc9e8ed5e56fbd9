// Which scenarios a change concerns: those that need what was changed, and no other.
import { describe, expect, it } from 'vitest';
import { affectedScenarios } from '#electron/cli/run/watch/affected-scenarios.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { loadedFolder } from '#electron/cli/run/loaded-workspace.ts';
import { exampleFolder } from '../../../../stories/order-lookup.ts';

const loaded = await loadedFolder(exampleFolder, exampleFolder);
const before = loaded.ok ? loaded.value.documents : [];
const named = (format: WorkspaceDocument['format'], name: string): WorkspaceDocument => {
  const found = before.find((each) => each.format === format && each.name === name);
  if (found === undefined) throw new Error(`The example has no ${name}.`);
  return found;
};

/** The names of the scenarios that are affected where one document is another. */
function affectedBy(format: WorkspaceDocument['format'], name: string): readonly string[] {
  const changed = { ...named(format, name), description: 'another' } as WorkspaceDocument;
  const after = before.map((each) => (each.id === changed.id ? changed : each));
  const ids = affectedScenarios(before, after, []);
  return after.filter(({ id }) => ids.has(id)).map((each) => each.name);
}

describe('a change of', () => {
  it.each<[WorkspaceDocument['format'], string, readonly string[]]>([
    ['flowbench.flow', 'Tea chat', ['Two questions']],
    // Another flow runs this one.
    ['flowbench.flow', 'Pick a time', ['A time that is not free', 'Asks until a time is free']],
    ['flowbench.flow', 'Tasting appointment', ['A time that is not free']],
    ['flowbench.scenario', 'Happy path', ['Happy path']],
    ['flowbench.endpoint', 'Chat API', ['Two questions']],
    ['flowbench.fixture', 'Booked', ['A time that is not free']],
    ['flowbench.environment', 'staging', []],
  ])('%s "%s" affects %j', (format, name, affected) => {
    expect([...affectedBy(format, name)].sort()).toEqual([...affected].sort());
  });

  it('nothing affects nothing, also where a file was written anew', () => {
    expect(affectedScenarios(before, structuredClone(before), [])).toEqual(new Set());
  });

  it('a flow that is gone affects its scenarios', () => {
    const { id } = named('flowbench.flow', 'Tea chat');
    const after = before.filter((each) => each.id !== id);
    expect(affectedScenarios(before, after, []).size).toBe(1);
  });
});
