import { allowedHostTrouble } from '../../endpoint/allowed-host-trouble.ts';
import { endpointFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Entries of the list of allowed hosts that allow nothing. */
export const allowedHostInvalid: LintRule = {
  id: 'allowed-host-invalid',
  severity: 'warning',
  why: 'The entry allows nothing, so calls to the host that was meant end as an exception.',
  doc: 'Told for an allowed host that is no host, such as one with a path or an expression, and for one that is in the list twice.',
  checks: {
    endpoint: ({ allowedHosts }) =>
      allowedHosts.flatMap((host, at) => {
        const message = allowedHostTrouble(host, allowedHosts.slice(0, at));
        if (message === null) return [];
        const fix = endpointFix(`Remove ${host === '' ? 'the empty entry' : host}`, (now) =>
          now.allowedHosts[at] === host ? { ...now, allowedHosts: now.allowedHosts.toSpliced(at, 1) } : now,
        );
        return [{ message, at: { field: 'Host to allow' }, fixes: [fix] }];
      }),
  },
};
