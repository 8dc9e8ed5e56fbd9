import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { commandKeys } from '#shared/commands/command-keys.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { answerGiven } from '../../store/run-actions.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Kbd } from '../../ui/status/kbd.tsx';
import styles from './simulator.module.css';

/** Questions that the focus was offered to: coming back to one must not take it. */
const offered = new WeakSet<object>();

/** Where one answers; it takes the focus when the flow asks and nobody is busy elsewhere. */
export function AnswerBox({ run }: { readonly run: RunView }) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { waiting } = run;
  const asks = waiting !== null;
  useEffect(() => {
    if (waiting === null || offered.has(waiting)) return;
    offered.add(waiting);
    if (isFocusFree()) input.current?.focus();
  }, [waiting]);

  const submitted = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!asks) return;
    void answerGiven(run.runId, text);
    setText('');
  };

  if (!asks) {
    return (
      <div className={styles.say}>
        <div className={styles.quiet}>
          <span className={styles.grow}>{quietWords(run)}</span>
          {run.paused !== null && <Kbd keys={commandKeys('run.debug')} />}
          {run.outcome !== 'running' && <Kbd keys={commandKeys('run.start')} />}
        </div>
      </div>
    );
  }
  return (
    <form className={styles.say} onSubmit={submitted}>
      <TextField
        ref={input}
        label="Your answer"
        placeholder={waiting.answerType === 'number' ? 'Answer with a number' : 'Your answer'}
        inputMode={waiting.answerType === 'number' ? 'decimal' : 'text'}
        value={text}
        onChange={setText}
        end={<IconButton icon="send" label="Answer" size={20} keys="Enter" onClick={submitted} />}
      />
    </form>
  );
}

function quietWords({ outcome, paused }: RunView): string {
  if (paused !== null) return 'Paused';
  return outcome === 'running' ? 'Running…' : 'Run again to answer';
}

/** Whether the focus is where a run is started and followed, and so not in the middle of other work. */
function isFocusFree(): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return activeElement.closest('[data-canvas], [data-simulator]') !== null;
}
