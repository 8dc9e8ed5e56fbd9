import { nodeFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Exits that no run takes. */
export const exitImpossible: LintRule = {
  id: 'exit-impossible',
  severity: 'warning',
  why: 'No run ever leaves by the exit, so what it leads to is not done.',
  doc: 'Told for exits of an API Call for codes from 100 to 199, which never end an answer, and for an exit that the node has twice.',
  checks: {
    node: (node) => {
      if (node.kind !== 'api-call') return [];
      const { exits } = node.config;
      return exits.flatMap((exit, at) => {
        const isRepeated = exits.indexOf(exit) !== at;
        if (!isRepeated && !exit.startsWith('1')) return [];
        const without = nodeFix(`Remove the exit ${exit}`, node, (now) =>
          now.config.exits[at] === exit
            ? { ...now, config: { ...now.config, exits: now.config.exits.toSpliced(at, 1) } }
            : now,
        );
        const message = isRepeated
          ? `The exit ${exit} is there twice.`
          : `No answer ends with a code such as ${exit}, so that exit is never taken.`;
        return [{ message, exit, fixes: [without] }];
      });
    },
  },
};
