// Silencing a rule where it was told: it is listed with its reason, others are told as before, and the silence can end.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withChangedNode } from '#shared/flow/edit-flow.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { fragmentOf, withFragment } from '#shared/flow/flow-fragment.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { Linter } from '#shared/lint/linter.ts';
import { documentSilenced, documentUnsilenced } from '#shared/lint/silence-in-document.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import { newScenario } from '#shared/scenario/new-scenario.ts';
import { documentSchema, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { findingsArrived, problemsStore } from '../../../../renderer/store/problems-store.ts';
import { problemRows } from '../../../../renderer/features/problems/problem-rows.ts';
import {
  documentsOnly,
  environmentOf,
  rowOf,
  say,
  shopApi,
  workspaceOf,
} from '../../../stories/lint/lint-case.ts';
import { nodeNamed } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { anySoundFlow } from '../../../support/any-flow-edit.ts';
import { runs } from '../../../support/runs.ts';

const reason = 'Meant as it is.';
const flow = rowOf([say('', 'One'), say('', 'Two')]);

function withSilence<Document extends WorkspaceDocument>(document: Document, finding: Finding): Document {
  return documentSchema.parse(documentSilenced(document, finding, reason)) as Document;
}

const told = (findings: readonly Finding[]) =>
  findings.map(({ place, ruleId, silenced }) => [ruleId, place.nodeId, silenced]);

describe('a silenced rule', () => {
  it('of a whole workspace is told nowhere in it, keeps the reasons of places, and is told again after it', () => {
    const linter = new Linter();
    const flow = rowOf([say('{{one}}', 'One'), say('{{two}}', 'Two')]);
    const workspace = workspaceOf(flow);
    const silenced = [{ rule: 'variable-unknown', reason: 'Made elsewhere.' }];
    const reasons = (now: LintWorkspace) => linter.lint(now).map((each) => each.silenced);
    expect(reasons(workspace)).toEqual([null, null]);
    expect(reasons({ ...workspace, silenced })).toEqual(['Made elsewhere.', 'Made elsewhere.']);
    const [first] = linter.lint(workspace);
    const placed = documentSilenced(flow, first!, 'Just here.') as typeof flow;
    expect(reasons({ ...workspace, flows: [placed], silenced })).toEqual(['Just here.', 'Made elsewhere.']);
    expect(reasons({ ...workspace, silenced: [{ rule: 'text-missing', reason: 'No.' }] })).toEqual([
      null,
      null,
    ]);
    expect(reasons(workspace)).toEqual([null, null]);
  });

  it('is listed with its reason at its node, and told of every other node', () => {
    const [one] = new Linter().lint(workspaceOf(flow));
    const after = withSilence(flow, one!);
    expect(told(new Linter().lint(workspaceOf(after)))).toEqual([
      ['text-missing', nodeNamed(flow, 'One').id, reason],
      ['text-missing', nodeNamed(flow, 'Two').id, null],
    ]);
  });

  it('stays with its node where that is changed, mended and copied', () => {
    const [one] = new Linter().lint(workspaceOf(flow));
    const after = withSilence(flow, one!);
    const { id } = nodeNamed(flow, 'One');
    const mended = withChangedNode(after, id, (node) => ({ ...node, name: 'Other' }));
    expect(told(new Linter().lint(workspaceOf(mended)))[0]).toEqual(['text-missing', id, reason]);
    const fragment = fragmentOf(after, new Set([id]));
    let serial = 0;
    const copied = withFragment(
      after,
      fragment!,
      { x: 0, y: 400 },
      () => storyId('nd', `copy ${String((serial += 1))}`),
      () => storyId('gr', 'copy'),
    );
    const silenced = new Linter()
      .lint(workspaceOf(copied.flow))
      .filter(({ ruleId }) => ruleId === 'text-missing')
      .map((finding) => finding.silenced);
    expect(silenced.filter((each) => each === reason)).toHaveLength(2);
  });

  it('belongs to the flow, the endpoint, the environment or the scenario where a finding belongs to no node', () => {
    const withoutStart: Flow = {
      ...rowOf([say('Hi')]),
      nodes: rowOf([say('Hi')]).nodes.slice(1),
      connections: [],
    };
    const endpoint = shopApi({ baseUrl: '' });
    const environment = environmentOf('local', [{ name: '', value: 'x' }]);
    const sound = rowOf([say('Hi')]);
    const scenario = newScenario({
      id: storyId('sc', 'Happy path'),
      name: 'Happy path',
      flow: sound.id,
      environment: storyId('en', 'gone'),
    });
    const workspaces: readonly (readonly [WorkspaceDocument, (document: never) => LintWorkspace])[] = [
      [withoutStart, (document) => workspaceOf(document)],
      [endpoint, (document) => documentsOnly({ endpoints: [document] })],
      [environment, (document) => documentsOnly({ environments: [document] })],
      [scenario, (document) => workspaceOf(sound, { scenarios: [document] })],
    ];
    for (const [document, around] of workspaces) {
      const found = new Linter().lint(around(document as never)).find(({ place }) => place.nodeId === null);
      expect(found?.silenced, document.format).toBeNull();
      const silenced = withSilence(document, found!);
      const again = new Linter()
        .lint(around(silenced as never))
        .find(({ ruleId }) => ruleId === found!.ruleId);
      expect(again?.silenced, document.format).toBe(reason);
      expect(documentUnsilenced(silenced, found!)).toEqual(document);
    }
  });

  it('of any flow changes nothing but the word of that finding, also for a linter with a memory', () => {
    fc.assert(
      fc.property(anySoundFlow, fc.nat(), (any, pick) => {
        const linter = new Linter();
        const before = linter.lint(workspaceOf(any));
        if (before.length === 0) return;
        const finding = before[pick % before.length]!;
        const after = withSilence(any, finding);
        const expected = before.map(({ place, ruleId }) => {
          const isIt = ruleId === finding.ruleId && place.nodeId === finding.place.nodeId;
          return [ruleId, place.nodeId, isIt ? reason : null];
        });
        expect(told(linter.lint(workspaceOf(after)))).toEqual(expected);
        expect(told(new Linter().lint(workspaceOf(after)))).toEqual(expected);
        expect(documentUnsilenced(after, finding)).toEqual(documentSchema.parse(any));
        expect(told(linter.lint(workspaceOf(any)))).toEqual(told(before));
      }),
      { numRuns: runs(15) },
    );
  });
});

describe('the list of problems', () => {
  it('counts what is silenced, marks nothing by it, and has it with its reason where it is asked for', () => {
    const [one, two] = new Linter().lint(workspaceOf(flow));
    const after = withSilence(withSilence(flow, one!), two!);
    findingsArrived(new Linter().lint(workspaceOf(after)));
    const { findings, marks, silenced } = problemsStore.getState();
    expect([findings.length, silenced.length, marks.size]).toEqual([0, 2, 0]);
    const documents = { [after.id]: { document: after } } as unknown as Parameters<typeof problemRows>[1];
    const filter = { typed: 'meant', severities: new Set(['warning'] as const), documentId: null };
    const [head, ...rows] = problemRows(silenced, documents, filter, new Set());
    expect(head?.kind === 'document' && head.counts).toBe('2 silenced');
    expect(rows).toHaveLength(2);
    findingsArrived([]);
  });
});
