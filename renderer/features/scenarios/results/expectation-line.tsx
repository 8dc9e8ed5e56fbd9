import { useMemo } from 'react';
import { lineDiff } from '#shared/scenario/line-diff.ts';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { resultRunShown } from '../../../store/scenario-run-actions.ts';
import { useScenario } from '../../../store/use-documents.ts';
import { Button } from '../../../ui/button/button.tsx';
import { SideBySide } from '../../../ui/compare/side-by-side.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { shownLines } from './shown-lines.ts';
import styles from './results.module.css';

interface ExpectationLineProps {
  readonly result: ScenarioResult;
  readonly expectation: ScenarioResult['results'][number];
}

/** One expectation and what came of it; where it was not met, both sides and the way to the event. */
export function ExpectationLine({ expectation, result }: ExpectationLineProps) {
  const { actual, passed, seq, title } = expectation;
  return (
    <li className={styles.expectation}>
      <div className={styles.line}>
        <Icon
          name={passed ? 'circle-check' : 'circle-x'}
          size={14}
          label={passed ? 'met' : 'not met'}
          className={passed ? styles.met : styles.unmet}
        />
        <span dir="auto" className={styles.title}>
          {title}
        </span>
        {passed && <span className={styles.came}>{actual.split('\n', 1)[0]}</span>}
        {!passed && seq !== null && result.runId !== null && (
          <Button look="link" onClick={() => void resultRunShown(result, seq)}>
            Open the run at event {seq}
          </Button>
        )}
      </div>
      {!passed && <Sides {...{ expectation, result }} />}
    </li>
  );
}

function Sides({ expectation, result }: ExpectationLineProps) {
  const scenario = useScenario(result.scenarioId);
  const lines = useMemo(
    () => shownLines(expectation, result.said, scenario),
    [expectation, result.said, scenario],
  );
  const rows = useMemo(
    () => lineDiff(lines.expected, lines.actual).map(({ actual, expected }) => [expected, actual] as const),
    [lines],
  );
  return (
    <SideBySide
      rows={rows}
      look="expected"
      heads={['Expected', 'Actual']}
      label={`${expectation.title}: expected and actual`}
      className={styles.sides}
    />
  );
}
