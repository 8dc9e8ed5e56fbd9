import { templateNames } from '../../template/template-names.ts';
import { nameOf } from '../connect-fixes.ts';
import { endpointTemplates } from '../endpoint-templates.ts';
import type { LintRule } from '../lint-rule.ts';
import { namesAt } from '../names-at.ts';

/** Calls through endpoints that read what the flow does not have there. */
export const endpointVariableUnset: LintRule = {
  id: 'endpoint-variable-unset',
  severity: 'error',
  why: 'An API endpoint is rendered with the variables of the flow that calls it, and here one of them has no value.',
  doc: 'Told at an API Call whose API endpoint reads a variable that nothing, or not every way, sets before the call. Set it before, or use a value of the environment in the endpoint.',
  checks: {
    place: (node, facts) => {
      if (node.kind !== 'api-call') return [];
      const endpoint = facts.around.endpoints.get(node.config.endpoint ?? '');
      if (endpoint === undefined) return [];
      const here = namesAt(facts, node, { row: null });
      const unset = endpointTemplates(endpoint)
        .flatMap(({ text }) => templateNames(text))
        .filter((name) => here.troubleKind(name) !== null)
        .map(({ name }) => name);
      return [...new Set(unset)].map((name) => ({
        message: `${endpoint.name} reads ${name}, which has no value ${here.standing(name) === 'perhaps' ? 'on every way' : 'on any way'} to ${nameOf(node)}.`,
        at: { field: 'API endpoint', tab: 'request' as const },
      }));
    },
  },
};
