import { failed, succeeded, type Outcome } from '../../outcome/outcome.ts';
import type { ShownChoice } from '../../run-events/wanted-answer.ts';
import { foldedText } from './folded-text.ts';

/** More labels than these make no sentence that one would read. */
const namedChoices = 6;

/**
 * The choice that an answer picks: by its label, by its number from 1, or by its value, without case and accents. What
 * is seen goes first, so that among `5`, `1` and `2` the answer 1 picks the one that is called so.
 */
export function readChoice(text: string, choices: readonly ShownChoice[]): Outcome<ShownChoice, string> {
  const word = foldedText(text);
  const numbered = /^\d{1,5}\.?$/.test(word) ? choices[Number.parseInt(word, 10) - 1] : undefined;
  const found =
    choices.find(({ label }) => foldedText(label) === word) ??
    numbered ??
    choices.find(({ value }) => foldedText(value) === word);
  return found === undefined || word === '' ? failed(wantedChoice(choices)) : succeeded(found);
}

/** A text that picks a choice and no other: its label, or its number where another one is called the same. */
export function textOfChoice(choice: ShownChoice, choices: readonly ShownChoice[]): string {
  const read = readChoice(choice.label, choices);
  return read.ok && read.value.id === choice.id ? choice.label : String(choices.indexOf(choice) + 1);
}

function wantedChoice(choices: readonly ShownChoice[]): string {
  return choices.length > namedChoices
    ? `Please pick one of the ${String(choices.length)} choices, by its name or its number.`
    : `Please pick one of these: ${choices.map(({ label }) => label).join(', ')}.`;
}
