import type { Flow } from '#shared/flow/flow.ts';
import type { Covered, MissedPart } from '#shared/scenario/coverage.ts';
import { useOutdated } from '../../../store/scenario-changes.ts';
import { useCoverage } from '../../../store/scenario-coverage.ts';
import { coverageToggled, useScenarioRuns } from '../../../store/scenario-runs.ts';
import { nodeOfRunShown } from '../../../store/node-of-run-shown.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Switch } from '../../../ui/field/switch.tsx';
import styles from './coverage.module.css';

/** How much of a flow its scenarios, which `ids` name, came through, and by name what they did not. */
export function CoverageView({ flow, ids }: { readonly flow: Flow; readonly ids: readonly string[] }) {
  const coverage = useCoverage(flow);
  const isShown = useScenarioRuns(({ coverageShown }) => coverageShown);
  const isOutdated = useOutdated(ids).size > 0;
  return (
    <section className={styles.coverage} aria-label="Coverage">
      <div className={styles.head}>
        <h3 className={styles.heading}>Coverage</h3>
        <Switch
          checked={isShown}
          onChange={coverageToggled}
          disabledReason={coverage === null ? 'Run a scenario first.' : undefined}
        >
          On the canvas
        </Switch>
      </div>
      {coverage === null ? (
        <p className={styles.words}>
          Once scenarios were run, this says which nodes, exits and statuses they came to.
        </p>
      ) : (
        <div className={styles.parts}>
          {isOutdated && (
            <p className={styles.remark}>Some of it is of results that something has changed since.</p>
          )}
          <Part flow={flow} name="Nodes" covered={coverage.nodes} />
          <Part flow={flow} name="Exits" covered={coverage.exits} />
          <Part flow={flow} name="Statuses of API Calls" covered={coverage.statuses} />
        </div>
      )}
    </section>
  );
}

interface PartProps {
  readonly flow: Flow;
  readonly name: string;
  readonly covered: Covered;
}

function Part({ covered: { covered, missed, of }, flow, name }: PartProps) {
  if (of === 0) return null;
  return (
    <div className={styles.part}>
      <div className={styles.count}>
        <span>{name}</span>
        <span className={styles.number}>
          {covered} of {of}
        </span>
      </div>
      <div className={styles.bar} aria-hidden>
        <div className={styles.filled} style={{ width: `${String((covered / of) * 100)}%` }} />
      </div>
      {missed.length > 0 && (
        <ul className={styles.missed} aria-label={`${name} that no scenario comes to`}>
          {missed.map((each) => (
            <li key={each.words}>
              <Missed flow={flow} part={each} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Missed({ flow, part }: { readonly flow: Flow; readonly part: MissedPart }) {
  const node = flow.nodes.find(({ id }) => id === part.nodeId);
  return (
    <Button
      look="link"
      className={styles.link}
      onClick={() =>
        nodeOfRunShown(
          node === undefined ? undefined : { kind: node.kind, name: node.name, flowId: flow.id },
          part.nodeId,
        )
      }
    >
      {part.words}
    </Button>
  );
}
