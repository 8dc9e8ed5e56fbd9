import type { ImportAnswer } from './import-plan.ts';
import type { ImportView } from './import-view.ts';

type Incoming = ImportView['documents'][number];
type Answers = Readonly<Record<string, ImportAnswer>>;

/** Whether a document comes besides because the flow that it was made for does. */
function comesWithItsFlow({ belongsTo }: Incoming, answers: Answers): boolean {
  return belongsTo !== undefined && answers[belongsTo] === 'keep-both';
}

/** The documents that a person has to decide about. */
export function questionsOf(documents: readonly Incoming[], answers: Answers): readonly Incoming[] {
  return documents.filter((each) => each.state === 'conflict' && !comesWithItsFlow(each, answers));
}

/** The ids of the documents that an import would write, as the person has answered so far. */
export function writtenBy(documents: readonly Incoming[], answers: Answers): ReadonlySet<string> {
  const written = documents.filter((each) => {
    if (each.state === 'new' || comesWithItsFlow(each, answers)) return true;
    const answer = answers[each.id];
    return each.state === 'conflict' && answer !== undefined && answer !== 'skip';
  });
  return new Set(written.map(({ id }) => id));
}

/** What is sent: where a flow comes besides, so does what was made for it, which nobody was asked about. */
export function allAnswers(documents: readonly Incoming[], answers: Answers): Answers {
  const moot = documents.filter((each) => each.state === 'conflict' && comesWithItsFlow(each, answers));
  return { ...answers, ...Object.fromEntries(moot.map(({ id }) => [id, 'keep-both'] as const)) };
}
