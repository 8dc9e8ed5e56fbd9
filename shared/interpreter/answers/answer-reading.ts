import type { Outcome } from '../../outcome/outcome.ts';
import type { Value } from '../../value/value.ts';

/** The value that an answer is stored as, or a sentence that tells the person what is wanted. */
export type AnswerReading<Kind extends Value = Value> = Outcome<Kind, string>;
