// What a person has to decide about a bundle, and what their answers write.
import { describe, expect, it } from 'vitest';
import { allAnswers, questionsOf, writtenBy } from '#shared/bundle/import-decisions.ts';
import type { ImportView } from '#shared/bundle/import-view.ts';

type Incoming = ImportView['documents'][number];
const flow = incoming('fl_flow', 'flow', 'conflict');
const fixture = { ...incoming('fx_made', 'fixture', 'conflict'), belongsTo: flow.id };
const same = { ...incoming('fx_same', 'fixture', 'same'), belongsTo: flow.id };
const endpoint = incoming('ep_new', 'endpoint', 'new');
const documents = [flow, fixture, same, endpoint];

function incoming(id: string, kind: Incoming['kind'], state: Incoming['state']): Incoming {
  return { id: id as Incoming['id'], kind, name: id, file: `${id}.json`, state, isChosen: false };
}
const namesOf = (listed: readonly Incoming[]) => listed.map(({ id }) => id);

describe('the decisions of an import', () => {
  it('are about what is here in another version, and nothing is written of it before', () => {
    expect(namesOf(questionsOf(documents, {}))).toEqual(['fl_flow', 'fx_made']);
    expect([...writtenBy(documents, {})]).toEqual(['ep_new']);
  });

  it('write what is kept besides or replaces, and leave what is skipped or the same', () => {
    const answers = { [flow.id]: 'replace', [fixture.id]: 'skip' } as const;
    expect([...writtenBy(documents, answers)]).toEqual(['fl_flow', 'ep_new']);
  });

  it('are one for a flow that comes besides and what was made for it', () => {
    const answers = { [flow.id]: 'keep-both' } as const;
    expect(namesOf(questionsOf(documents, answers))).toEqual(['fl_flow']);
    expect([...writtenBy(documents, answers)]).toEqual(['fl_flow', 'fx_made', 'fx_same', 'ep_new']);
    expect(allAnswers(documents, answers)).toEqual({ fl_flow: 'keep-both', fx_made: 'keep-both' });
  });
});
