import type { NamesHere } from '../flow/names-here.ts';
import type { FlowNode } from '../nodes/node.ts';
import { nameDiagnostics } from '../template/language/name-diagnostics.ts';
import type { TemplateName } from '../template/template-name.ts';
import type { FlowFacts } from './flow-facts.ts';
import type { Found } from './lint-rule.ts';
import { knowledgeAt, namesAt } from './names-at.ts';
import { diagnosticFound } from './node-templates.ts';
import { templatesRead } from './node-templates-read.ts';

/**
 * The names that templates of a node read and about which a rule has something to say, as the template editor says it,
 * with its fixes. A name that one text reads twice is told once for each place.
 */
export function nameFindings(
  node: FlowNode,
  facts: FlowFacts,
  isMeant: (name: TemplateName, here: NamesHere) => boolean,
): readonly Found[] {
  return templatesRead(node).flatMap(({ template, names }) => {
    const here = namesAt(facts, node, template);
    const meant = names.filter((name) => isMeant(name, here));
    if (meant.length === 0) return [];
    const starts = new Set(meant.map(({ start }) => start));
    return nameDiagnostics(template.text, knowledgeAt(facts, node, here, starts))
      .filter(({ start }) => starts.has(start))
      .map((each) => diagnosticFound(node, template, each));
  });
}

/** Whether a name is a secret that may not be used there, read by its own name or of `@env`. */
export function isSecretThere({ name, path }: TemplateName, here: NamesHere): boolean {
  return here.standing(name) === 'secret' || here.standing(path.slice(0, 2).join('.')) === 'secret';
}
