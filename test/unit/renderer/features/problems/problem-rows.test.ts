// The rows of the Problems panel: grouped by document, narrowed by words, severity and place, and told apart.
import { describe, expect, it } from 'vitest';
import { severities } from '#shared/lint/finding.ts';
import { Linter } from '#shared/lint/linter.ts';
import { problemRows, type ProblemFilter } from '../../../../../renderer/features/problems/problem-rows.ts';
import type { DocumentsState } from '../../../../../renderer/store/documents-store.ts';
import { ask, call, documentsOnly, rowOf, say, shopApi } from '../../../../stories/lint/lint-case.ts';
import { storyId } from '../../../../stories/story-id.ts';

const flow = rowOf([ask('order id', 'Ask order'), call({ endpoint: null }), say('{{ordr}}')]);
const endpoint = shopApi({ baseUrl: '' });
const workspace = { ...documentsOnly({ endpoints: [endpoint] }), flows: [flow] };
const findings = new Linter().lint(workspace);
const documents = Object.fromEntries(
  [flow, endpoint].map((document) => [document.id, { document }]),
) as unknown as DocumentsState['documents'];
const all: ProblemFilter = { typed: '', severities: new Set(severities), documentId: null };
const rows = (filter: Partial<ProblemFilter>, folded: readonly string[] = []) =>
  problemRows(findings, documents, { ...all, ...filter }, new Set(folded)).map((row) =>
    row.kind === 'document'
      ? `${row.name}: ${row.counts}`
      : `${row.finding.severity} ${row.node?.name ?? ''} ${row.field} ${row.finding.ruleId}`,
  );

describe('the rows of problems', () => {
  it('stand below their document, in the order of the conversation', () => {
    expect(rows({})).toEqual([
      'Told: 3 errors, 1 warning',
      'error Ask order Variable variable-name-invalid',
      'warning Call error error-unhandled',
      'error Call API endpoint endpoint-unset',
      'error Say Text variable-unknown',
      'Shop API: 1 error',
      'error  Base URL base-url-invalid',
    ]);
  });

  it('are narrowed by words, by severity and by document', () => {
    expect(rows({ typed: 'say ORDR' })).toEqual(['Told: 1 error', 'error Say Text variable-unknown']);
    expect(rows({ severities: new Set(['warning']) })).toEqual([
      'Told: 1 warning',
      'warning Call error error-unhandled',
    ]);
    expect(rows({ documentId: endpoint.id })).toHaveLength(2);
    expect(rows({ documentId: storyId('fl', 'another') })).toEqual([]);
  });

  it('are hidden where their document is folded, which still counts them', () => {
    expect(rows({}, [flow.id]).slice(0, 2)).toEqual(['Told: 3 errors, 1 warning', 'Shop API: 1 error']);
  });

  it('are told apart, also where two say the same of one place', () => {
    const twice = problemRows([...findings, ...findings], documents, all, new Set());
    expect(new Set(twice.map(({ id }) => id)).size).toBe(twice.length);
  });
});
