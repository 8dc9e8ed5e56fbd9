import { callStatusSentence, type StatusPlaceholders } from '../response/call-statuses.ts';
import { sourcePosition } from './source-position.ts';
import type { TemplateFailure } from './template-failure.ts';
import type { TemplateField } from './template-field.ts';
import type { TemplateProblem } from './template-problem.ts';

/** What a field is called where nobody knows its label. */
const fieldNames: Readonly<Record<TemplateField, string>> = {
  text: 'the text',
  json: 'the body',
  url: 'the base URL',
  path: 'the path',
  query: 'the row',
  header: 'the header',
};

/** Puts a problem into words and lines for the template and the field it was found in. */
export function describeProblem(
  problem: TemplateProblem,
  source: string,
  field: TemplateField,
): TemplateFailure {
  const { code, blame, name } = problem;
  const { line, column } = sourcePosition(source, problem.offset);
  const expression = blame === undefined ? undefined : source.slice(blame.start, blame.end);
  const placeholders: StatusPlaceholders = {
    ...(expression === undefined ? {} : { expression }),
    ...(name === undefined ? {} : { name }),
    ...problem.placeholders,
    line,
    column,
  };
  return {
    code,
    message:
      problem.sentence === undefined
        ? callStatusSentence(code, { ...placeholders, field: fieldNames[field] })
        : filledSentence(problem.sentence, placeholders),
    line,
    column,
    ...(expression === undefined ? {} : { expression }),
    ...(name === undefined ? {} : { name }),
    placeholders,
  };
}

function filledSentence(sentence: string, placeholders: StatusPlaceholders): string {
  const words = new Map<string, string | number | null>(Object.entries(placeholders));
  return sentence.replace(/\{([a-z_]+)\}/g, (_, word: string) => String(words.get(word) ?? ''));
}
