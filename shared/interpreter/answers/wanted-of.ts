import type { PromptConfig } from '../../nodes/prompt-node.ts';
import { choicesOffered } from '../../nodes/prompt-node.ts';
import { choiceName } from '../../nodes/exit-name.ts';
import { failed, succeeded, type Outcome } from '../../outcome/outcome.ts';
import type { ShownChoice, WantedAnswer } from '../../run-events/wanted-answer.ts';
import { calendarDate } from './read-date.ts';

/** Gives the text of a template, or a sentence about what is wrong with it. */
export type RenderText = (template: string) => Outcome<string, string>;

/**
 * What a Prompt wants of this answer: its rules, with their templates rendered once, when the question is asked. Fails
 * with a sentence where no answer could ever fit.
 */
export function wantedOf(config: PromptConfig, render: RenderText): Outcome<WantedAnswer, string> {
  const { answerType } = config;
  switch (answerType) {
    case 'text': {
      const { minLength, maxLength } = config.textRules ?? {};
      return succeeded(present({ answerType, minLength, maxLength }));
    }
    case 'number':
      return succeeded(present({ answerType, ...config.numberRules }));
    case 'date':
      return wantedDate(config.dateRules ?? {}, render);
    case 'choice':
      return wantedChoice(config, render);
    case 'email':
    case 'phone':
    case 'yes-no':
    case 'file-name':
      return succeeded({ answerType });
  }
}

function wantedDate(
  rules: NonNullable<PromptConfig['dateRules']>,
  render: RenderText,
): Outcome<WantedAnswer, string> {
  const earliest = bound('earliest', rules.earliest, render);
  if (!earliest.ok) return earliest;
  const latest = bound('latest', rules.latest, render);
  if (!latest.ok) return latest;
  return succeeded(present({ answerType: 'date', earliest: earliest.value, latest: latest.value }));
}

function bound(
  which: 'earliest' | 'latest',
  template: string | undefined,
  render: RenderText,
): Outcome<string | undefined, string> {
  if (template === undefined) return succeeded(undefined);
  const rendered = render(template);
  if (!rendered.ok) return rendered;
  if (rendered.value.trim() === '') return succeeded(undefined);
  const date = calendarDate(rendered.value);
  return date === null
    ? failed(`The ${which} date is "${rendered.value}", which is no date. Write it like 2025-03-04.`)
    : succeeded(date);
}

function wantedChoice(config: PromptConfig, render: RenderText): Outcome<WantedAnswer, string> {
  const choices: ShownChoice[] = [];
  for (const [at, { id, label, value }] of choicesOffered(config).entries()) {
    const shown = render(label);
    if (!shown.ok) return shown;
    const stored = render(value);
    if (!stored.ok) return stored;
    const called = choiceName({ label: shown.value, value: stored.value }, at);
    choices.push({ id, label: called, value: stored.value === '' ? called : stored.value });
  }
  return choices.length === 0
    ? failed('It has no choices to pick from. Add one.')
    : succeeded({ answerType: 'choice', choices });
}

/** Without members that are `undefined`: what is wanted is stored and sent as JSON. */
function present(wanted: WantedAnswer): WantedAnswer {
  return Object.fromEntries(
    Object.entries(wanted).filter(([, member]) => member !== undefined),
  ) as unknown as WantedAnswer;
}
