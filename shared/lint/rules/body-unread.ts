import { nodeFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Bodies of requests that have none. */
export const bodyUnread: LintRule = {
  id: 'body-unread',
  severity: 'warning',
  why: 'A body of GET or HEAD has no meaning (RFC 9110 §9.3.1): servers ignore it or refuse the request.',
  doc: 'Told for an API Call by GET or HEAD that has a body. It is sent as it stands.',
  checks: {
    node: (node) => {
      if (node.kind !== 'api-call' || !['GET', 'HEAD'].includes(node.config.method)) return [];
      const { body, method } = node.config;
      if (body.type === 'none' || ('template' in body && body.template === '')) return [];
      return [
        {
          message: `${method} has a body here, which servers do not read.`,
          at: { field: 'Body', tab: 'body' },
          fixes: [
            nodeFix('Remove the body', node, (now) => ({
              ...now,
              config: { ...now.config, body: { type: 'none' } },
            })),
            nodeFix('Send it by POST', node, (now) => ({
              ...now,
              config: { ...now.config, method: 'POST' },
            })),
          ],
        },
      ];
    },
  },
};
