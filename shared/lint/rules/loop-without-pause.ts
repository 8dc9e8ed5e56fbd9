import { cyclesFound } from '../cycle-found.ts';
import type { LintRule } from '../lint-rule.ts';

/** Cycles that a run may leave, but that nothing slows down. */
export const loopWithoutPause: LintRule = {
  id: 'loop-without-pause',
  severity: 'warning',
  why: 'Such a round may repeat thousands of times in a moment, with every API Call in it.',
  doc: 'Told once for nodes that lead to each other without a prompt or a wait, also in the flows that Sub-flows run, where some way leads out. Typical is an `error` that leads back to its own call: retries of the API endpoint wait between attempts, a connection does not.',
  checks: {
    structure: (facts) =>
      cyclesFound(
        facts,
        ({ hasWayOut }) => hasWayOut,
        (names) => `A run may go round here up to 10,000 times without a pause: ${names}.`,
      ),
  },
};
