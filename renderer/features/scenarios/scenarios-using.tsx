import { useMemo } from 'react';
import { scenariosUsing } from '#shared/scenario/scenario-uses.ts';
import { useScenarios } from '../../store/use-documents.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import styles from './scenarios-using.module.css';

/** The scenarios that run with an environment or take a fixture; nothing is shown where none does. */
export function ScenariosUsing({ id }: { readonly id: string }) {
  const scenarios = useScenarios();
  const using = useMemo(() => scenariosUsing(scenarios, new Set([id])), [scenarios, id]);
  if (using.length === 0) return null;
  return (
    <FormRow title="Scenarios" hint="These use it">
      <ul className={styles.list} aria-label="Scenarios that use it">
        {using.map((scenario) => (
          <li key={scenario.id}>
            <Button look="link" icon="scenario" onClick={() => documentOpened(scenario.id)}>
              {scenario.name}
            </Button>
          </li>
        ))}
      </ul>
    </FormRow>
  );
}
