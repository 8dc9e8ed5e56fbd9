import { questionsOf } from '#shared/bundle/import-decisions.ts';
import type { ImportView } from '#shared/bundle/import-view.ts';
import { bundleDifferenceAsked } from '../../store/bundle-difference.ts';
import type { ImportChoice } from '../../store/bundle-import.ts';
import { Button } from '../../ui/button/button.tsx';
import { Choice } from '../../ui/field/choice.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Section } from '../../ui/layout/section.tsx';
import { Note } from '../../ui/status/note.tsx';
import { AnswerChoice, answered, answerOptions, type Chosen } from './answer-choice.tsx';
import styles from './bundles.module.css';
import { kindWords } from '../../store/kind-words.ts';
import { ListedRows } from './listed-rows.tsx';

type Incoming = ImportView['documents'][number];
/** What is in a bundle, and what becomes of documents that the workspace has in another version. */
export function ImportDocuments({ answers, view }: Pick<ImportChoice, 'answers' | 'view'>) {
  const { documents } = view;
  const questions = questionsOf(documents, answers);
  const others = documents.filter((each) => !questions.includes(each));
  return (
    <>
      {questions.length > 0 && (
        <Section title="In the workspace in another version" count={questions.length}>
          <Questions handle={view.handle} questions={questions} answers={answers} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={questions.length > 0 ? 'The others' : 'Documents'} count={others.length}>
          <ListedRows
            label="Documents"
            rows={others.map((each) => ({
              id: each.id,
              shown: (
                <>
                  <Named document={each} />
                  <span className={styles.meta}>{wordsOf(each)}</span>
                </>
              ),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function wordsOf({ state }: Incoming): string {
  if (state === 'same') return 'is here already';
  return state === 'conflict' ? 'comes with its flow' : 'new';
}

function Named({ document: { file, kind, name } }: { readonly document: Incoming }) {
  return (
    <>
      <Icon name={kind} size={14} className={styles.icon} label={kindWords[kind][0]} />
      <span dir="auto" className={styles.name} title={file}>
        {name}
      </span>
    </>
  );
}

interface QuestionsProps {
  readonly handle: string;
  readonly questions: readonly Incoming[];
  readonly answers: ImportChoice['answers'];
}

function Questions({ answers, handle, questions }: QuestionsProps) {
  const given = new Set(questions.map(({ id }) => answers[id] ?? ''));
  const [one = ''] = given;
  const ids = questions.map(({ id }) => id);
  return (
    <div className={styles.decisions}>
      <Note tone="info" title="Nothing is replaced unasked">
        Keep both adds the bundle’s version under another id. Replace puts it in the place of yours, which
        goes to the trash. Skip keeps yours.
      </Note>
      {questions.length > 1 && (
        <div className={styles.forAll}>
          <span className={styles.name}>For all {String(questions.length)}</span>
          <Choice<Chosen>
            size="s"
            label="For all documents"
            value={given.size === 1 ? one : ''}
            onChange={answered(ids)}
            options={answerOptions}
          />
        </div>
      )}
      <ListedRows
        label="Documents to decide about"
        rows={questions.map((each) => ({
          id: each.id,
          shown: (
            <>
              <Named document={each} />
              {each.there !== undefined && each.there.name !== each.name && (
                <span className={styles.meta}>here: {each.there.name}</span>
              )}
              {each.otherFiles?.map((file) => (
                <span key={file} className={styles.meta}>
                  {file} has other content here
                </span>
              ))}
              {each.isSameDocument !== true && (
                <Button
                  look="link"
                  aria-label={`What differs in ${each.name}`}
                  onClick={() => void bundleDifferenceAsked(handle, each.id)}
                >
                  What differs
                </Button>
              )}
              <AnswerChoice document={each} answer={answers[each.id]} />
            </>
          ),
        }))}
      />
    </div>
  );
}
