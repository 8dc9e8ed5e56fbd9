import { repeatedHeaders } from '../../request/header-advice.ts';
import { headerCell } from '../endpoint-templates.ts';
import { endpointFix, nodeFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Headers that a request has once. */
export const headerRepeated: LintRule = {
  id: 'header-repeated',
  severity: 'warning',
  why: 'Both lines are sent, and servers read only one of them.',
  doc: 'Told for a header such as `Content-Type` that stands in several rows of one API Call or of one API endpoint. A row of a call replaces the one of the endpoint, which is no mistake.',
  checks: {
    node: (node) => {
      if (node.kind !== 'api-call') return [];
      const { headers } = node.config;
      return [...repeatedHeaders(headers.map(({ name, enabled }) => (enabled ? name : null)))].map(
        ([at, message]) => ({
          message,
          at: { ...headerCell(at, 'Name'), tab: 'request' as const },
          fixes: [
            nodeFix('Remove this row', node, (now) =>
              now.config.headers[at]?.name === headers[at]?.name
                ? { ...now, config: { ...now.config, headers: now.config.headers.toSpliced(at, 1) } }
                : now,
            ),
          ],
        }),
      );
    },
    endpoint: ({ headers }) =>
      [...repeatedHeaders(headers.map(({ name, enabled }) => (enabled ? name : null)))].map(
        ([at, message]) => ({
          message,
          at: headerCell(at, 'Name'),
          fixes: [
            endpointFix('Remove this row', (now) =>
              now.headers[at]?.name === headers[at]?.name
                ? { ...now, headers: now.headers.toSpliced(at, 1) }
                : now,
            ),
          ],
        }),
      ),
  },
};
