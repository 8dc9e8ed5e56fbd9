import { succeeded } from '#shared/outcome/outcome.ts';
import type { Authorization } from '../authorization.ts';

/**
 * Takes the place of an access token where a stand-in answers: fetching one would need the network. The line is there, as
 * in a real request, and what it holds is masked wherever it is shown.
 */
export class StandInAuthorization implements Authorization {
  valueFor() {
    return Promise.resolve(succeeded('Bearer not-fetched'));
  }

  onHead() {
    return 'stands' as const;
  }

  renew() {
    return Promise.resolve({ sentence: null });
  }
}
