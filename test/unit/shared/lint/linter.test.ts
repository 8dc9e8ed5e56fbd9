// The linter as a whole: no false alarms, the same with its memory as without, no crash on any flow, and quick in a large one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import { newId, nodeIdSchema, type NodeId } from '#shared/ids/ids.ts';
import type { Finding } from '#shared/lint/finding.ts';
import { Linter } from '#shared/lint/linter.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { documentSchema } from '#shared/workspace/document.ts';
import { allOrders, pagedApi } from '../../../stories/all-orders.ts';
import { environmentOf, rowOf, say, workspaceOf } from '../../../stories/lint/lint-case.ts';
import { exampleDocuments } from '../../../stories/order-lookup.ts';
import { userGreeting, usersApi } from '../../../stories/user-greeting.ts';
import { anyFlow } from '../../../support/any-flow.ts';
import { anyFlowEdit, anySoundFlow, flowTrouble } from '../../../support/any-flow-edit.ts';
import { runs } from '../../../support/runs.ts';

/** What of a finding can be compared; a fix is told by its title. */
const shown = (findings: readonly Finding[]) =>
  findings.map(({ fixes, ...each }) => ({ ...each, fixes: fixes.map(({ title }) => title) }));

const around = (flow: Flow): LintWorkspace =>
  workspaceOf(flow, { environments: [environmentOf('local', [{ name: 'other', value: '1' }])] });

let serial = 0;
const newNodeId = (): NodeId => {
  serial += 1;
  return nodeIdSchema.parse(
    newId('nd', (bytes) => new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, serial)),
  );
};

describe('the linter', () => {
  it('has nothing to say about loops that page through an API', () => {
    const endpoints = [pagedApi('http://127.0.0.1:8080')];
    expect(shown(new Linter().lint({ ...around(allOrders()), endpoints }))).toEqual([]);
  });

  it('has nothing to say about the example, in each of its environments', () => {
    const documents = [...exampleDocuments().values()];
    const environments = documents.filter((each) => each.format === 'flowbench.environment');
    for (const { id } of environments) {
      const found = new Linter().lint({
        flows: documents.filter((each) => each.format === 'flowbench.flow'),
        endpoints: documents.filter((each) => each.format === 'flowbench.endpoint'),
        environments,
        activeEnvironmentId: id,
        extraNames: ['@sample'],
      });
      expect(shown(found)).toEqual([]);
    }
  });

  it('has nothing to say about the first story', () => {
    const endpoints = [usersApi('http://127.0.0.1:8080')];
    const workspace = { ...workspaceOf(userGreeting()), endpoints };
    expect(shown(new Linter().lint(workspace))).toEqual([]);
  });

  it('crashes on no flow, and tells of nodes that are there', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const ids = new Set<string>(flow.nodes.map(({ id }) => id));
        for (const { place, message } of new Linter().lint(around(flow))) {
          expect(place.documentId).toBe(flow.id);
          expect(place.nodeId === null || ids.has(place.nodeId)).toBe(true);
          expect(message).toMatch(/\S\.?$/);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('finds after any edits what it finds without a memory', () => {
    fc.assert(
      fc.property(anySoundFlow, fc.array(anyFlowEdit, { maxLength: 8 }), (flow, edits) => {
        const linter = new Linter();
        linter.lint(around(flow));
        let now = flow;
        edits.forEach((edit, at) => {
          now = edit.apply(now, at);
          const workspace = around(now);
          expect(shown(linter.lint(workspace))).toEqual(shown(new Linter().lint(workspace)));
        });
      }),
      { numRuns: runs(40) },
    );
  });

  it('offers no fix that breaks a sound flow', () => {
    fc.assert(
      fc.property(anySoundFlow, fc.nat(), (flow, pick) => {
        const fixes = new Linter().lint(around(flow)).flatMap((each) => each.fixes);
        const fix = fixes[pick % Math.max(1, fixes.length)];
        if (fix === undefined) return;
        const after = documentSchema.parse(fix.edit(flow, newNodeId));
        expect(after.format === 'flowbench.flow' ? flowTrouble(after) : null).toBeNull();
      }),
      { numRuns: runs(150) },
    );
  });

  it('leaves alone what has changed under a finding', () => {
    const flow = rowOf([say('Hello {{@flo.name}}')]);
    const [finding] = new Linter().lint(workspaceOf(flow));
    const [fix] = finding!.fixes;
    expect(fix!.title).toBe('Change to @flow');
    const changed = {
      ...flow,
      nodes: flow.nodes.map((node) => (node.kind === 'message' ? { ...node, config: { text: 'Hi' } } : node)),
    };
    expect(fix!.edit(changed, newNodeId)).toBe(changed);
    const environment = environmentOf('local');
    expect(fix!.edit(environment, newNodeId)).toBe(environment);
  });

  it('looks again at flows when what surrounds them changes', () => {
    const linter = new Linter();
    const flow = rowOf([say('{{@env.shop}}')]);
    const bare = environmentOf('local');
    const filled = environmentOf('local', [{ name: 'shop', value: 'Acme' }]);
    const withValues = (environment: typeof bare) => workspaceOf(flow, { environments: [environment] });
    expect(linter.lint(withValues(bare)).map(({ ruleId }) => ruleId)).toEqual(['environment-value-missing']);
    expect(linter.lint(withValues(filled))).toEqual([]);
    expect(linter.lint(withValues(bare))).toHaveLength(1);
  });

  it('looks at no more than what an edit has touched', () => {
    const asked = { node: 0, place: 0, structure: 0, texts: 0 };
    const counting = (kind: keyof typeof asked) => () => {
      asked[kind] += 1;
      return [];
    };
    const checks = {
      node: counting('node'),
      place: counting('place'),
      structure: counting('structure'),
      texts: counting('texts'),
    };
    const linter = new Linter([{ id: 'counting', severity: 'note', why: '', doc: '', checks }]);
    const flow = rowOf(Array.from({ length: 200 }, (_, at) => say('Hello', `Say ${String(at)}`)));
    const [start, first] = flow.nodes;
    const around = workspaceOf(flow);
    const lint = (now: Flow) => linter.lint({ ...around, flows: [now] });
    lint(flow);
    expect(asked).toEqual({ node: 202, place: 202, structure: 1, texts: 1 });
    const typed = { ...flow, nodes: flow.nodes.with(1, { ...first!, config: { text: 'Hi' } } as FlowNode) };
    lint(typed);
    expect(asked).toEqual({ node: 203, place: 203, structure: 1, texts: 2 });
    lint(typed);
    expect(asked).toEqual({ node: 203, place: 203, structure: 1, texts: 2 });
    // A node called otherwise is told so by its name in other places, too.
    const named = { ...typed, nodes: typed.nodes.with(0, { ...start!, name: 'Begin' }) };
    lint(named);
    expect(asked).toEqual({ node: 204, place: 405, structure: 2, texts: 3 });
  });
});
