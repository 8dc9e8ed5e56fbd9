import { useRef, useState, type ComponentProps, type KeyboardEvent, type SyntheticEvent } from 'react';
import { calendarDate } from '#shared/interpreter/answers/read-date.ts';
import type { AnswerType } from '#shared/nodes/answer-types.ts';
import type { WantedAnswer } from '#shared/run-events/wanted-answer.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CalendarButton } from '../../ui/field/calendar-button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { answersGivenIn } from './answer-history.ts';
import styles from './simulator.module.css';

interface AnswerFieldProps {
  readonly flowId: string;
  readonly wanted: WantedAnswer;
  readonly onAnswer: (text: string) => void;
}

const placeholders: Readonly<Record<AnswerType, string>> = {
  text: 'Your answer',
  number: 'Answer with a number',
  email: 'ann@example.org',
  phone: '+41 44 668 18 00',
  date: 'YYYY-MM-DD',
  'yes-no': 'Or write yes or no',
  choice: 'Or write a choice or its number',
  'file-name': 'invoice.pdf',
};

const inputModes: Readonly<Partial<Record<AnswerType, ComponentProps<'input'>['inputMode']>>> = {
  number: 'decimal',
  email: 'email',
  phone: 'tel',
};

/** A line to answer in, whatever is asked for; the arrow keys bring back what was answered before. */
export function AnswerField({ flowId, wanted, onAnswer }: AnswerFieldProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const recalled = useRecall(flowId, text, setText);
  const submitted = (event: SyntheticEvent) => {
    event.preventDefault();
    setText('');
    onAnswer(text);
  };
  const picked = (answer: string) => {
    setText(answer);
    input.current?.focus();
  };
  return (
    <form onSubmit={submitted}>
      <TextField
        ref={input}
        label="Your answer"
        placeholder={placeholders[wanted.answerType]}
        inputMode={inputModes[wanted.answerType] ?? 'text'}
        value={text}
        onChange={setText}
        onKeyDown={recalled}
        end={
          <>
            {wanted.answerType === 'date' && (
              <CalendarButton
                label="Pick a date"
                value={calendarDate(text)}
                earliest={wanted.earliest}
                latest={wanted.latest}
                onPick={picked}
              />
            )}
            {wanted.answerType === 'file-name' && <FilePick onPick={picked} />}
            <IconButton icon="send" label="Answer" size={20} keys="Enter" onClick={submitted} />
          </>
        }
      />
    </form>
  );
}

/** Goes through what was answered before; what was being typed comes back after the newest. */
function useRecall(flowId: string, text: string, setText: (text: string) => void) {
  const at = useRef<number | null>(null);
  const typed = useRef('');
  return (event: KeyboardEvent) => {
    const step = hasModifier(event) ? undefined : { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) {
      at.current = null;
      return;
    }
    const answers = answersGivenIn(flowId);
    if (at.current === null) typed.current = text;
    const next = (at.current ?? answers.length) + step;
    if (next < 0 || next > answers.length) return;
    event.preventDefault();
    at.current = next === answers.length ? null : next;
    setText(answers[next] ?? typed.current);
  };
}

const hasModifier = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  altKey || ctrlKey || metaKey || shiftKey;

/** Picks a file for its name alone: nothing of it is read. */
function FilePick({ onPick }: { readonly onPick: (name: string) => void }) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={file}
        type="file"
        tabIndex={-1}
        aria-label="A file for its name"
        className={styles.unseen}
        onChange={(event) => {
          const [picked] = event.currentTarget.files ?? [];
          // Picked again, the same file is news again.
          event.currentTarget.value = '';
          if (picked !== undefined) onPick(picked.name);
        }}
      />
      <IconButton icon="folder-open" label="Pick a file" size={20} onClick={() => file.current?.click()} />
    </>
  );
}
