import { helperNames } from '../helpers/helper-registry.ts';
import { nearestName } from '../nearest-name.ts';
import type { TemplateField } from '../template-field.ts';
import type { TemplateFailureCode } from '../template-failure.ts';
import type { TemplateProblem } from '../template-problem.ts';
import { blockHelp } from './block-help.ts';
import { tagPairAt } from './block-tags.ts';
import { endOfBlock, endOfExpression } from './missing-ends.ts';
import type { TemplateFix } from './template-diagnostic.ts';

type Fixer = (problem: TemplateProblem, source: string, field: TemplateField) => TemplateFix | null;

const fixers: Partial<Record<TemplateFailureCode, Fixer>> = {
  'template-expression-unclosed': ({ offset }, source) =>
    insertion('Close the expression', endOfExpression(source, offset)),
  'template-block-unclosed': ({ offset, name = '' }, source, field) =>
    insertion(`Close the block with {{/${name}}}`, {
      at: endOfBlock(source, offset, field),
      text: `{{/${name}}}`,
    }),
  'template-block-mismatch': ({ blame, name = '' }) =>
    blame === undefined ? null : replacement(`Write {{/${name}}}`, blame, `{{/${name}}}`),
  'template-block-unopened': ({ blame }) =>
    blame === undefined ? null : replacement('Remove the closing tag', blame, ''),
  'template-unknown-helper': (problem, source) => meant(problem, source, helperNames),
  'template-unknown-block': blockMeant,
};

/** How a problem of the syntax can be mended with one choice; empty where nobody can know. */
export function fixesForProblem(
  problem: TemplateProblem,
  source: string,
  field: TemplateField,
): readonly TemplateFix[] {
  const fix = fixers[problem.code]?.(problem, source, field) ?? null;
  return fix === null ? [] : [fix];
}

/** Replaces the first word that has the wrong name, at or behind the problem's place. */
function meant(
  { offset, name = '' }: TemplateProblem,
  source: string,
  names: readonly string[],
): TemplateFix | null {
  const suggestion = nearestName(name, names);
  const start = source.indexOf(name, offset);
  if (suggestion === null || name === '' || start === -1) return null;
  return replacement(`Change to ${suggestion}`, { start, end: start + name.length }, suggestion);
}

/** Replaces the name in the closing tag too. */
function blockMeant({ offset, name = '' }: TemplateProblem, source: string): TemplateFix | null {
  const suggestion = nearestName(
    name,
    blockHelp.map((block) => block.name),
  );
  if (suggestion === null) return null;
  const tags = tagPairAt(source, offset) ?? [];
  const names = tags.flatMap(({ tokens }) =>
    tokens.filter(({ kind, text }) => kind === 'block' && text === name),
  );
  const edits = names.map(({ start, end }) => ({ start, end, text: suggestion }));
  return edits.length === 0 ? null : { title: `Change to ${suggestion}`, edits };
}

function insertion(title: string, { at, text }: { readonly at: number; readonly text: string }): TemplateFix {
  return { title, edits: [{ start: at, end: at, text }] };
}

/** A fix that writes a text in place of another. */
export function replacement(
  title: string,
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
): TemplateFix {
  return { title, edits: [{ start, end, text }] };
}
