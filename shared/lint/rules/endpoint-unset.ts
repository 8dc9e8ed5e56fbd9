import { endpointsToPick } from '../endpoints-to-pick.ts';
import type { LintRule } from '../lint-rule.ts';

/** API Calls that go nowhere yet. */
export const endpointUnset: LintRule = {
  id: 'endpoint-unset',
  severity: 'error',
  why: 'Without an API endpoint the call ends as an exception and nothing is sent.',
  doc: 'Told for an API Call for which no API endpoint was chosen.',
  checks: {
    place: (node, facts) =>
      node.kind !== 'api-call' || node.config.endpoint !== null
        ? []
        : [
            {
              message: 'No API endpoint is chosen.',
              at: { field: 'API endpoint', tab: 'request' },
              fixes: endpointsToPick(node, facts),
            },
          ],
  },
};
