import { nodeTexts } from '../../flow/node-texts.ts';
import { isVariableName } from '../../flow/variable-name.ts';
import type { FlowNode } from '../../nodes/node.ts';
import { templateNames } from '../../template/template-names.ts';
import { flowFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';
import { renamedIn } from '../renamed-part.ts';
import type { WorkspaceFacts } from '../workspace-facts.ts';

/** Variables that are called like values of the environment. */
export const environmentHidden: LintRule = {
  id: 'environment-hidden',
  severity: 'warning',
  why: 'From there on the name means the variable, and the value of the environment can be read as `@env.name` only.',
  doc: 'Told where a node stores under the name of a value of the active environment. The fix renames the variable where it is set; reads before that keep the value of the environment. An input whose default is that value (`{{@env.name}}`) replaces it on purpose.',
  checks: {
    place: (node, { around, names }) =>
      nodeTexts(node)
        .filter(({ kind, text }) => kind === 'variable' && isHidden(text, around) && !isOverride(node, text))
        .map(({ text: name, field, row, tab }) => ({
          message: `The variable ${name} hides the value ${name} of the environment.`,
          at: { field, row, tab },
          fixes: [
            flowFix('Rename the variable', (flow) =>
              renamedIn(flow, name, around.names.values, {
                sets: () => true,
                reads: ({ id }) => names.at(id).always.has(name) || names.at(id).perhaps.has(name),
              }),
            ),
          ],
        })),
  },
};

const isHidden = (name: string, { names }: WorkspaceFacts): boolean =>
  isVariableName(name) && names.values.has(name);

/** An input whose default is the value of the environment may replace it: that is what it is for. */
function isOverride(node: FlowNode, name: string): boolean {
  if (node.kind !== 'start') return false;
  const texts = node.config.inputs.filter((input) => input.name === name).map((input) => input.default ?? '');
  return texts.some((text) =>
    templateNames(text).some((each) => each.name === '@env' && each.path[1] === name),
  );
}
