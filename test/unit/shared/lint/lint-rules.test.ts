// Every rule tells about its story and about nothing else, keeps silent where nothing is wrong, and mends what it offers to.
import { describe, expect, it } from 'vitest';
import { nodeTexts } from '#shared/flow/node-texts.ts';
import { nodeIdSchema, newId } from '#shared/ids/ids.ts';
import type { Finding, Fix } from '#shared/lint/finding.ts';
import { lintRules } from '#shared/lint/lint-rules.ts';
import { Linter } from '#shared/lint/linter.ts';
import type { LintWorkspace } from '#shared/lint/workspace-facts.ts';
import { documentSchema, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentCases } from '../../../stories/lint/document-cases.ts';
import { flowCases } from '../../../stories/lint/flow-cases.ts';
import type { LintCase } from '../../../stories/lint/lint-case.ts';
import { scenarioCases } from '../../../stories/lint/scenario-cases.ts';
import { subFlowCases } from '../../../stories/lint/sub-flow-cases.ts';
import { loopCases } from '../../../stories/lint/loop-cases.ts';
import { textCases } from '../../../stories/lint/text-cases.ts';

const cases: Readonly<Record<string, LintCase>> = {
  ...flowCases,
  ...loopCases,
  ...subFlowCases,
  ...textCases,
  ...documentCases,
  ...scenarioCases,
};
const lint = (workspace: LintWorkspace) => new Linter().lint(workspace);
let serial = 0;
const nextNodeId = () => {
  serial += 1;
  return nodeIdSchema.parse(newId('nd', (bytes) => bytes.fill(serial)));
};

describe('the rules of the linter', () => {
  it('have a story each, and there is no story without a rule', () => {
    expect(Object.keys(cases).sort()).toEqual(lintRules.map(({ id }) => id).sort());
  });

  it('are called as their files are, once each, and say why they matter', () => {
    const ids = lintRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, why, doc } of lintRules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(why).toMatch(/^[A-Z].*\.$/);
      expect(doc).toMatch(/^Told .*\.$/);
    }
  });
});

describe.each(Object.entries(cases))('%s', (id, { says, of, nearMisses }) => {
  it('tells about its story and about nothing else', () => {
    const found = lint(of);
    expect(found.map(({ ruleId }) => ruleId)).toEqual(says.map(() => id));
    expect(found.map(({ message }, at) => message.slice(0, says[at]?.length))).toEqual(says);
  });

  it('points at fields that the node has, and at a stretch of their text', () => {
    for (const { place } of lint(of)) {
      const node = of.flows[0]?.nodes.find((each) => each.id === place.nodeId);
      const { field } = place;
      if (node === undefined || field === null || ownFields.has(field.field)) continue;
      const text = nodeTexts(node).find(
        (each) => each.field === field.field && each.tab === field.tab && each.row?.cell === field.row?.cell,
      );
      expect(text).toBeDefined();
      if (field.range === null) continue;
      expect(field.range.start).toBeGreaterThanOrEqual(0);
      expect(field.range.end).toBeLessThanOrEqual(text!.text.length);
      expect(field.range.start).toBeLessThan(field.range.end);
    }
  });

  it.each(Object.entries(nearMisses))('keeps silent: %s', (_name, workspace) => {
    expect(lint(workspace)).toEqual([]);
  });

  it.each(fixesOf(of))('is mended by “%s”, which makes no new trouble', (_title, at, fixAt) => {
    const found = lint(of);
    const { place, message } = found[at]!;
    const after = withFix(of, place.documentId, found[at]!.fixes[fixAt]!);
    const left = lint(after);
    expect(left.filter((each) => each.ruleId === id && each.message === message).length).toBeLessThan(
      found.filter((each) => each.ruleId === id && each.message === message).length,
    );
    expect(errors(left)).toEqual(errors(found).filter((each) => errors(left).includes(each)));
  });
});

/** Fields of the inspector that hold no text of a template or a name of a variable. */
const ownFields: ReadonlySet<string> = new Set([
  'Name of the node',
  'API endpoint',
  'Body',
  'Error node',
  'Flow',
  'Input day',
  'Pattern',
]);

const errors = (findings: readonly Finding[]) =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, message }) => `${ruleId} ${message}`);

function fixesOf(workspace: LintWorkspace): readonly (readonly [string, number, number])[] {
  return lint(workspace).flatMap(({ fixes }, at) =>
    fixes.map(({ title }, fixAt) => [title, at, fixAt] as const),
  );
}

function withFix(workspace: LintWorkspace, id: string, fix: Fix): LintWorkspace {
  const mended = <Document extends WorkspaceDocument>(document: Document): Document => {
    if (document.id !== id) return document;
    const after = documentSchema.parse(fix.edit(document, nextNodeId));
    expect(after).not.toEqual(document);
    return after as Document;
  };
  return {
    ...workspace,
    flows: workspace.flows.map(mended),
    endpoints: workspace.endpoints.map(mended),
    environments: workspace.environments.map(mended),
    scenarios: (workspace.scenarios ?? []).map(mended),
  };
}
