import { placeAtEnds } from '../../flow/names-at-ends.ts';
import { namesAtPlace } from '../../flow/names-here.ts';
import { nodeTexts } from '../../flow/node-texts.ts';
import { templateNames } from '../../template/template-names.ts';
import { flowRunBy } from '../flow-run-by.ts';
import type { LintRule } from '../lint-rule.ts';

/** Outputs that a flow need not have set. */
export const subFlowOutputUnset: LintRule = {
  id: 'sub-flow-output-unset',
  severity: 'warning',
  why: 'An output whose variable the flow has not set by its end is empty or `null`, and in strict mode the node is left by `failed`.',
  doc: 'Told for an output of a Sub-flow that reads a name which its flow does not set on every way to its end.',
  checks: {
    place: (node, facts) => {
      const flow = flowRunBy(node, facts);
      if (node.kind !== 'sub-flow' || flow === null) return [];
      const here = namesAtPlace(placeAtEnds(flow), facts.around.names);
      return nodeTexts(node)
        .filter(({ kind }) => kind === 'inner')
        .flatMap(({ field, row, tab, text }) =>
          templateNames(text).flatMap((name) => {
            const trouble = here.troubleWith(name);
            if (trouble === null) return [];
            const { end, start } = name;
            return [
              {
                message: `In "${flow.name}": ${trouble.message}`,
                at: { field, row, tab, range: { start, end } },
              },
            ];
          }),
        );
    },
  },
};
