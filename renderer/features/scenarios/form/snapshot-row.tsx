import { Button } from '../../../ui/button/button.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import { withMember } from './with-member.ts';
import formStyles from './form.module.css';
import styles from './snapshot-row.module.css';

/** The conversation that a run has to have, line by line, where one was taken. */
export function SnapshotRow() {
  const { edit, scenario } = useScenarioForm();
  const { snapshot } = scenario;
  return (
    <FormRow title="Snapshot" hint="The whole conversation, as it has to be">
      {snapshot === undefined ? (
        <p className={formStyles.remark}>
          None. An update of the snapshot keeps the conversation of a run, and every later run is held against
          it.
        </p>
      ) : (
        <>
          <ol className={styles.lines} aria-label="Snapshot" tabIndex={0}>
            {snapshot.map(({ text, who }, at) => (
              <li key={at} data-row={at} tabIndex={-1} className={styles.line}>
                <span className={styles.who}>{who === 'bot' ? 'Bot' : 'Person'}</span>
                <span className={styles.text}>{text}</span>
              </li>
            ))}
          </ol>
          <div>
            <Button
              icon="trash"
              onClick={() => edit((before) => withMember(before, 'snapshot', undefined), null)}
            >
              Remove the snapshot
            </Button>
          </div>
        </>
      )}
    </FormRow>
  );
}
