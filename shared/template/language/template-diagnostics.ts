import type { TemplateField } from '../template-field.ts';
import { jsonDiagnostics } from './json-diagnostics.ts';
import { nameDiagnostics } from './name-diagnostics.ts';
import { pathDiagnostics } from './path-diagnostics.ts';
import { syntaxDiagnostics } from './syntax-diagnostics.ts';
import type { TemplateDiagnostic } from './template-diagnostic.ts';
import type { TemplateKnowledge } from './template-knowledge.ts';

/**
 * Everything that is wrong with a template where it stands, or looks so, in the order of the source.
 *
 * A template that cannot be read has one problem of its syntax; what it reads is checked all the same, as well as one can
 * tell. The JSON around expressions is checked in a JSON body that can be read.
 */
export function templateDiagnostics(
  source: string,
  field: TemplateField,
  knowledge: TemplateKnowledge,
): readonly TemplateDiagnostic[] {
  const { nodes, problems } = syntaxDiagnostics(source, field);
  const found = [
    ...problems,
    ...nameDiagnostics(source, knowledge),
    ...(nodes === null ? [] : pathDiagnostics(source, knowledge)),
    ...(nodes === null || field !== 'json' ? [] : jsonDiagnostics(source, nodes)),
  ];
  return found.sort((one, other) => one.start - other.start);
}
