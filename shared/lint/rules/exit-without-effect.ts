import { nodeFix } from '../flow-fix.ts';
import { nameOf } from '../connect-fixes.ts';
import type { LintRule } from '../lint-rule.ts';

/** Exits of one's own that lead nowhere. */
export const exitWithoutEffect: LintRule = {
  id: 'exit-without-effect',
  severity: 'note',
  why: 'An exit of its own without a connection gives way to the next wider one, so it changes nothing.',
  doc: 'Told for an exit of an API Call for a code, a range, failure or exception that leads nowhere.',
  checks: {
    structure: ({ flow, graph }) =>
      flow.nodes.flatMap((node) =>
        node.kind !== 'api-call'
          ? []
          : [...new Set(node.config.exits)]
              .filter((exit) => !exit.startsWith('1') && graph.target(node.id, exit) === null)
              .map((exit) => ({
                nodeId: node.id,
                exit,
                message: `${nameOf(node)} › ${exit} leads nowhere, so a wider exit takes its place.`,
                fixes: [
                  nodeFix(`Remove the exit ${exit}`, node, (now) => ({
                    ...now,
                    config: { ...now.config, exits: now.config.exits.filter((each) => each !== exit) },
                  })),
                ],
              })),
      ),
  },
};
