import type { ReactNode } from 'react';
import {
  environmentColours,
  type Environment,
  type EnvironmentColour,
} from '#shared/environment/environment.ts';
import { commandInvoked } from '../../store/command-registry.ts';
import { duplicateWanted } from '../../store/document-actions.ts';
import { environmentEdited } from '../../store/environment-actions.ts';
import { useEnvironment } from '../../store/use-documents.ts';
import { useEnvironmentAtHand } from '../../store/use-environment-layers.ts';
import { environmentPicked } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Select } from '../../ui/field/select.tsx';
import { DocumentPage } from '../../ui/layout/document-page.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { EnvironmentDot } from '../../ui/status/environment-dot.tsx';
import { EnvironmentValues } from './environment-values.tsx';
import { SecretJourneysRow } from './secret-journeys-row.tsx';
import styles from './environments.module.css';

interface EnvironmentEditorProps {
  readonly environmentId: string;
  /** The part with its cookies, which another feature shows. */
  readonly cookies: ReactNode;
  /** The scenarios that run with it, which another feature shows. */
  readonly scenarios: ReactNode;
}

function standingOf(isDefaults: boolean, isActive: boolean, isAnyActive: boolean): string {
  if (!isDefaults) return isActive ? 'Active: runs use these values' : 'Not active';
  return isAnyActive
    ? 'These values hold where the active environment does not say otherwise'
    : 'No environment is active: runs use these values alone';
}

/** The form of an environment, or of the defaults: name, colour, values, and where its secrets go. */
export function EnvironmentEditor({ cookies, environmentId, scenarios }: EnvironmentEditorProps) {
  const environment = useEnvironment(environmentId);
  const activeId = useEnvironmentAtHand().active?.id ?? null;
  const isActive = activeId === environmentId;
  if (environment === undefined) return null;
  const { id } = environment;
  const isDefaults = environment.defaults === true;
  return (
    <DocumentPage
      name={environment.name}
      kind="environment"
      onRename={(name) => environmentEdited(id, { name }, 'name')}
      subtitle={standingOf(isDefaults, isActive, activeId !== null)}
      actions={
        <>
          <Button icon="compare" onClick={() => commandInvoked('environment.compare')}>
            Compare
          </Button>
          <Button icon="duplicate" onClick={() => void duplicateWanted(id)}>
            Duplicate
          </Button>
          {!isActive && !isDefaults && <Button onClick={() => environmentPicked(id)}>Make active</Button>}
        </>
      }
    >
      <FormRow title="Colour" hint="Tells it apart">
        <ColourField environment={environment} />
      </FormRow>
      <FormRow title="Values" hint="Visible ones are written to the workspace as plain text">
        <EnvironmentValues environment={environment} />
      </FormRow>
      <SecretJourneysRow environment={environment} />
      {!isDefaults && cookies}
      {scenarios}
    </DocumentPage>
  );
}

function ColourField({ environment: { colour, id } }: { readonly environment: Environment }) {
  return (
    <Select
      label="Colour"
      className={styles.colour}
      value={colour}
      onChange={(next) => environmentEdited(id, { colour: next }, null)}
      options={environmentColours.map((each) => ({
        value: each,
        label: colourWords[each],
        shown: (
          <span className={styles.colourWord}>
            <EnvironmentDot colour={each} />
            {colourWords[each]}
          </span>
        ),
      }))}
    />
  );
}

const colourWords: Readonly<Record<EnvironmentColour, string>> = {
  amber: 'Amber',
  green: 'Green',
  blue: 'Blue',
  violet: 'Violet',
  red: 'Red',
  teal: 'Teal',
  pink: 'Pink',
  grey: 'Grey',
};
