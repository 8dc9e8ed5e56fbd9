import { scenariosStopped } from '../../../store/scenario-run-actions.ts';
import { useScenarioUnderWay, type ScenarioUnderWay } from '../../../store/scenarios-under-way.ts';
import { useFlow, useScenario } from '../../../store/use-documents.ts';
import { documentOpened } from '../../../store/view-store.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Button } from '../../../ui/button/button.tsx';
import { RunRing } from '../../../ui/status/run-ring.tsx';
import canvasBar from '../../../ui/layout/canvas-bar.module.css';
import styles from './under-way-bar.module.css';

/** Which scenario is in the flow now, where, and the way to stop it: at the canvas's top centre. */
export function UnderWayBar({ flowId }: { readonly flowId: string }) {
  const underWay = useScenarioUnderWay(useFlow(flowId));
  return underWay === null ? null : <Bar flowId={flowId} {...underWay} />;
}

function Bar({ flowId, others, row, scenarioId, way }: ScenarioUnderWay & { readonly flowId: string }) {
  const name = useScenario(scenarioId)?.name ?? 'A scenario that is gone';
  const node = useFlow(flowId)?.nodes.find(({ id }) => id === way.nodeId)?.name;
  return (
    <section
      className={classNames(canvasBar.bar, canvasBar.over, styles.bar)}
      aria-label="Scenario under way"
    >
      <RunRing state="running" silent />
      <p className={styles.words}>
        <Button look="link" onClick={() => documentOpened(scenarioId)}>
          {name}
        </Button>
        {row !== null && <span>, row {row},</span>}
        <span> is at </span>
        <b>{node}</b>
        {others.length > 0 && (
          <span className={styles.others}>
            {others.length === 1 ? 'and 1 more runs' : `and ${String(others.length)} more run`}
          </span>
        )}
      </p>
      <Button icon="stop" iconFilled size="s" onClick={() => void scenariosStopped([scenarioId, ...others])}>
        {others.length === 0 ? 'Stop' : 'Stop all'}
      </Button>
    </section>
  );
}
