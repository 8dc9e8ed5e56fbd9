import { cyclesFound } from '../cycle-found.ts';
import type { LintRule } from '../lint-rule.ts';

/** Cycles that a run cannot leave. */
export const endlessLoop: LintRule = {
  id: 'endless-loop',
  severity: 'error',
  why: 'A run that comes there goes round until it is stopped after 10,000 steps, and fails.',
  doc: 'Told once for nodes that lead to each other, with no prompt and no wait among them or in the flows that they run, and no way out. A way out, or a prompt, mends it. A Loop goes round as often as its list has items, which is not without end.',
  checks: {
    structure: (facts) =>
      cyclesFound(
        facts,
        ({ hasWayOut }) => !hasWayOut,
        (names) => `A run goes round here without end and without a pause: ${names}.`,
      ),
  },
};
