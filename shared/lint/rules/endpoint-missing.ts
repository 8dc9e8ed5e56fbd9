import { endpointsToPick } from '../endpoints-to-pick.ts';
import type { LintRule } from '../lint-rule.ts';

/** API Calls whose endpoint is gone. */
export const endpointMissing: LintRule = {
  id: 'endpoint-missing',
  severity: 'error',
  why: 'Without its API endpoint the call ends as an exception and nothing is sent.',
  doc: 'Told for an API Call whose API endpoint is no document of the workspace.',
  checks: {
    place: (node, facts) =>
      node.kind !== 'api-call' ||
      node.config.endpoint === null ||
      facts.around.endpoints.has(node.config.endpoint)
        ? []
        : [
            {
              message: 'Its API endpoint is gone from the workspace.',
              at: { field: 'API endpoint', tab: 'request' },
              fixes: endpointsToPick(node, facts),
            },
          ],
  },
};
