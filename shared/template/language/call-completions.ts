import { helperNamed, helpers } from '../helpers/helper-registry.ts';
import { helperSignature, type Helper } from '../helpers/helper.ts';
import { hasMoreBehind, keyword, type CompletionPlace } from './completion-place.ts';
import { nameCompletions } from './name-completions.ts';
import { openBracket } from './open-bracket.ts';
import { scopeAt } from './place-scope.ts';
import type { TemplateCompletion } from './template-completion.ts';

/** Behind the first word: a value, an option, or a helper in brackets. */
export function operandItems(place: CompletionPlace): readonly TemplateCompletion[] {
  const { source, offset, tag, knowledge } = place;
  const options = helperNamed(tag.before[openBracket(tag.before) + 1]?.text ?? '')?.options ?? [];
  return [
    ...optionItems(options),
    ...nameCompletions(scopeAt(source, offset, knowledge)),
    ...helperItems(place, true),
    ...['true', 'false', 'null'].map((word) => keyword(word, word, '')),
  ];
}

function optionItems(options: readonly string[]): readonly TemplateCompletion[] {
  return options.map((option) => keyword(option, `${option}=`, 'option'));
}

/** All helpers with places for their values; `inBrackets` where the call is itself a value. */
export function helperItems(place: CompletionPlace, inBrackets: boolean): readonly TemplateCompletion[] {
  // Where values follow already, only the name is to be changed.
  const hasValues = hasMoreBehind(place);
  return helpers.map((helper) => {
    const call = hasValues && !inBrackets ? helper.name : `${helper.name}${placeholders(helper)}`;
    return {
      label: helper.name,
      kind: 'helper',
      insert: inBrackets ? `(${call})` : call,
      isSnippet: !hasValues || inBrackets,
      detail: helperSignature(helper),
      documentation: helper.description,
    };
  });
}

function placeholders({ parameters }: Helper): string {
  return parameters
    .filter(({ optional }) => optional !== true)
    .map(({ name }, at) => ` \${${at + 1}:${name}}`)
    .join('');
}
