import { succeeded, type Outcome } from '../../outcome/outcome.ts';
import type { WantedAnswer } from '../../run-events/wanted-answer.ts';
import type { Value } from '../../value/value.ts';
import { readChoice } from './read-choice.ts';
import { readDateAnswer } from './read-date.ts';
import { readEmail } from './read-email.ts';
import { readFileName } from './read-file-name.ts';
import { readNumberAnswer } from './read-number-answer.ts';
import { readPhone } from './read-phone.ts';
import { readTextAnswer } from './read-text-answer.ts';
import { readYesNo } from './read-yes-no.ts';

/** An answer that fits what was wanted; `choice` is the one that it picks. */
export interface FittingAnswer {
  readonly value: Value;
  readonly choice: string | null;
}

/** Reads an answer as what a question wants; the failure is a sentence that tells the person what fits. */
export function readAnswer(text: string, wanted: WantedAnswer): Outcome<FittingAnswer, string> {
  if (wanted.answerType === 'choice') {
    const picked = readChoice(text, wanted.choices ?? []);
    return picked.ok ? succeeded({ value: picked.value.value, choice: picked.value.id }) : picked;
  }
  const read = readers[wanted.answerType](text, wanted);
  return read.ok ? succeeded({ value: read.value, choice: null }) : read;
}

const readers: Readonly<
  Record<
    Exclude<WantedAnswer['answerType'], 'choice'>,
    (text: string, wanted: WantedAnswer) => Outcome<Value, string>
  >
> = {
  text: readTextAnswer,
  number: readNumberAnswer,
  email: readEmail,
  phone: readPhone,
  date: readDateAnswer,
  'yes-no': readYesNo,
  'file-name': readFileName,
};
