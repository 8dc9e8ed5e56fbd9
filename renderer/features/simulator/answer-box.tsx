import { useEffect, useRef } from 'react';
import { textOfChoice } from '#shared/interpreter/answers/read-choice.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import type { WantedAnswer } from '#shared/run-events/wanted-answer.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { answerGiven } from '../../store/run-actions.ts';
import { Kbd } from '../../ui/status/kbd.tsx';
import { AnswerField } from './answer-field.tsx';
import { answerRemembered } from './answer-history.ts';
import { AnswerPicks, type AnswerPick } from './answer-picks.tsx';
import styles from './simulator.module.css';

/** Questions that the focus was offered to: coming back to one must not take it. */
const offered = new WeakSet<object>();

/** Where one answers; it takes the focus when the flow asks and nobody is busy elsewhere. */
export function AnswerBox({ run }: { readonly run: RunView }) {
  const box = useRef<HTMLDivElement>(null);
  const { waiting } = run;
  useEffect(() => {
    if (waiting === null || offered.has(waiting)) return;
    offered.add(waiting);
    if (isFocusFree()) box.current?.querySelector<HTMLElement>('[data-pick], input')?.focus();
  }, [waiting]);
  if (waiting === null) return <Nothing run={run} />;

  const given = (text: string) => {
    answerRemembered(run.flowId, text);
    void answerGiven(run.runId, text);
  };
  const picks = picksOf(waiting);
  return (
    <div ref={box} className={styles.say}>
      {picks.length > 0 && (
        <AnswerPicks
          picks={picks}
          onPick={given}
          onTyped={() => box.current?.querySelector('input')?.focus()}
        />
      )}
      <AnswerField flowId={run.flowId} wanted={waiting} onAnswer={given} />
    </div>
  );
}

function quietWords({ outcome, paused }: RunView): string {
  if (paused !== null) return 'Paused';
  return outcome === 'running' ? 'Running…' : 'Run again to answer';
}

function Nothing({ run }: { readonly run: RunView }) {
  const keysOf = useCommandKeys();
  return (
    <div className={styles.say}>
      <div className={styles.quiet}>
        <span className={styles.grow}>{quietWords(run)}</span>
        {run.paused !== null && <Kbd keys={keysOf('run.debug')} />}
        {run.outcome !== 'running' && <Kbd keys={keysOf('run.start')} />}
      </div>
    </div>
  );
}

function picksOf({ answerType, choices = [] }: WantedAnswer): readonly AnswerPick[] {
  if (answerType === 'yes-no')
    return ['Yes', 'No'].map((label) => ({ key: label, label, text: label.toLowerCase() }));
  return choices.map((choice) => ({
    key: choice.id,
    label: choice.label,
    text: textOfChoice(choice, choices),
  }));
}

/** Whether the focus is where a run is started and followed, and so not in the middle of other work. */
function isFocusFree(): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body) return true;
  return activeElement.closest('[data-canvas], [data-simulator]') !== null;
}
