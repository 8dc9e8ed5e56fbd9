import { useEffect, useRef } from 'react';
import { textOfChoice } from '#shared/interpreter/answers/read-choice.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import type { WantedAnswer } from '#shared/run-events/wanted-answer.ts';
import { useCommandKeys } from '../../store/command-keys.ts';
import { usePastRun } from '../../store/past-runs.ts';
import { answerGiven } from '../../store/run-actions.ts';
import { useStanding } from '../../store/use-debugged-run.ts';
import { Kbd } from '../../ui/status/kbd.tsx';
import { AnswerField } from './answer-field.tsx';
import { answerRemembered } from './answer-history.ts';
import { AnswerPicks, type AnswerPick } from './answer-picks.tsx';
import styles from './simulator.module.css';

/** Questions that the focus was offered to: coming back to one must not take it. */
const offered = new WeakSet<object>();

interface AnswerBoxProps {
  /** The flow that shows the run. */
  readonly ownerId: string;
  readonly run: RunView;
}

/** Where one answers; it takes the focus when the flow asks and nobody is busy elsewhere. */
export function AnswerBox({ ownerId, run }: AnswerBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const back = useLookingBackWords(ownerId);
  const waiting = back === null ? run.waiting : null;
  useEffect(() => {
    if (waiting === null || offered.has(waiting)) return;
    offered.add(waiting);
    if (isFocusFree()) box.current?.querySelector<HTMLElement>('[data-pick], input')?.focus();
  }, [waiting]);
  if (back !== null) return <Quiet words={back} keys={null} />;
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
  const command = run.paused !== null ? 'run.debug' : run.outcome === 'running' ? null : 'run.start';
  return <Quiet words={quietWords(run)} keys={command === null ? null : keysOf(command)} />;
}

function Quiet({ keys, words }: { readonly words: string; readonly keys: string | null }) {
  return (
    <div className={styles.say}>
      <div className={styles.quiet}>
        <span className={styles.grow}>{words}</span>
        {keys !== null && <Kbd keys={keys} />}
      </div>
    </div>
  );
}

/** What is shown in place of how the run goes on, where one looks back into it. */
function useLookingBackWords(ownerId: string): string | null {
  const isBack = useStanding(ownerId) === 'looked-back';
  const isPast = usePastRun(ownerId) !== undefined;
  if (!isBack) return null;
  return isPast ? 'Looking back into a past run' : 'Looking back into this run';
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
