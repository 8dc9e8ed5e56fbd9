import { jsonDiagnostics } from '../template/language/json-diagnostics.ts';
import { syntaxDiagnostics } from '../template/language/syntax-diagnostics.ts';
import type { TemplateDiagnostic } from '../template/language/template-diagnostic.ts';
import { parseTemplate } from '../template/syntax/parse-template.ts';
import { scanPlainTemplate } from '../template/syntax/scan-plain-template.ts';
import { TemplateStop } from '../template/template-problem.ts';
import type { TemplateField } from '../template/template-field.ts';

/** What is wrong with how a template is written; nothing where it holds no braces, so that most texts cost nothing. */
export function syntaxTroubles(text: string, into: TemplateField): readonly TemplateDiagnostic[] {
  return text.includes('{{') ? syntaxDiagnostics(text, into).problems : [];
}

/** Whether a template can be read, so that what it says can be checked. */
export function canBeRead(text: string): boolean {
  try {
    return (scanPlainTemplate(text) ?? parseTemplate(text)).length > 0;
  } catch (stop) {
    if (stop instanceof TemplateStop) return false;
    throw stop;
  }
}

/** Where the JSON around the expressions is broken whatever their values are. */
export function jsonTroubles(text: string): readonly TemplateDiagnostic[] {
  const { nodes } = syntaxDiagnostics(text, 'json');
  return nodes === null ? [] : jsonDiagnostics(text, nodes);
}
