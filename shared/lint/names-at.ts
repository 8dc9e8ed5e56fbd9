import { namesAtPlace, type NamesHere } from '../flow/names-here.ts';
import { variablesSet } from '../flow/variables-set.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { KnownName, TemplateKnowledge } from '../template/language/template-knowledge.ts';
import type { FlowFacts } from './flow-facts.ts';
import type { NodeTemplate } from './node-templates.ts';

/** The names at a template: those of its node, and what the rows above it set. */
export function namesAt(facts: FlowFacts, node: FlowNode, { row }: Pick<NodeTemplate, 'row'>): NamesHere {
  const known = facts.here.get(node.id);
  const hasRows = node.kind === 'start' || node.kind === 'set-variables';
  if (known !== undefined && !hasRows) return known;
  const above = (row?.number ?? 1) - 1;
  const inputsAbove = node.kind === 'start' ? node.config.inputs.slice(0, above) : [];
  const changesAbove = node.kind === 'set-variables' ? node.config.changes.slice(0, above) : [];
  const { flow, names, around } = facts;
  const place = { flow, names, nodeId: node.id, inputsAbove, changesAbove };
  const here = namesAtPlace(place, around.names);
  facts.here.set(node.id, here);
  return here;
}

/**
 * What is known of the names that a template can read, without what their values look like: enough to say what is wrong
 * with a name, and which one was meant.
 *
 * @param starts where the names stand that are looked at; of the others nothing is said, for words cost a search
 */
export function knowledgeAt(
  { around, names }: FlowFacts,
  node: FlowNode,
  here: NamesHere,
  starts: ReadonlySet<number>,
): TemplateKnowledge {
  const { always, perhaps } = names.at(node.id);
  const own = variablesSet([node]).map(({ name }) => name);
  const variables = [...new Set([...always, ...perhaps, ...own])].filter(
    (name) => here.standing(name) !== 'unknown',
  );
  return {
    names: [...variables.map((name) => nameOnly(name, 'variable')), ...around.known],
    troubleWith: (name) => (starts.has(name.start) ? here.troubleWith(name) : null),
  };
}

const nameOnly = (name: string, origin: KnownName['origin']): KnownName => ({
  name,
  origin,
  set: 'always',
  setBy: [],
  shape: null,
});
