import type { ImportAnswer } from '#shared/bundle/import-plan.ts';
import type { ImportView } from '#shared/bundle/import-view.ts';
import { importAnswerGiven } from '../../store/bundle-import.ts';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';

/** Nothing is chosen before a person chooses. */
export type Chosen = ImportAnswer | '';

/** What can become of a document that is here in another version. */
export const answerOptions: readonly ChoiceOption<Chosen>[] = [
  { value: 'keep-both', label: 'Keep both' },
  { value: 'replace', label: 'Replace' },
  { value: 'skip', label: 'Skip' },
];

/** Takes the same answer for some documents. */
export function answered(ids: readonly string[]): (answer: Chosen) => void {
  return (answer) => {
    if (answer !== '') importAnswerGiven(ids, answer);
  };
}

interface AnswerChoiceProps {
  readonly document: Pick<ImportView['documents'][number], 'id' | 'name'>;
  readonly answer: ImportAnswer | undefined;
}

/** Asks what becomes of one document. */
export function AnswerChoice({ answer, document: { id, name } }: AnswerChoiceProps) {
  return (
    <Choice<Chosen>
      size="s"
      label={`What becomes of ${name}`}
      value={answer ?? ''}
      onChange={answered([id])}
      options={answerOptions}
    />
  );
}
