import type { ReactNode } from 'react';
import { isVariableName } from '#shared/flow/variable-name.ts';
import type { Environment, EnvironmentValue } from '#shared/environment/environment.ts';
import { duplicateWanted } from '../../store/document-actions.ts';
import { documentEdited } from '../../store/documents-store.ts';
import { useEnvironment } from '../../store/use-documents.ts';
import { environmentPicked, useView } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import type { RowFormat } from '../../ui/field/row-format.ts';
import { DocumentPage } from '../../ui/layout/document-page.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';

interface EnvironmentEditorProps {
  readonly environmentId: string;
  /** The part with its cookies, which another feature shows. */
  readonly cookies: ReactNode;
}

/** The form of an environment: its name, its values, and below them its cookies. */
export function EnvironmentEditor({ cookies, environmentId }: EnvironmentEditorProps) {
  const environment = useEnvironment(environmentId);
  const isActive = useView((state) => state.environmentId) === environmentId;
  if (environment === undefined) return null;
  const edit = (change: Partial<Environment>, field: string) =>
    documentEdited<Environment>(environment.id, (before) => ({ ...before, ...change }), field);
  return (
    <DocumentPage
      name={environment.name}
      kind="environment"
      onRename={(name) => edit({ name }, 'name')}
      subtitle={isActive ? 'Active: runs use these values' : 'Not active'}
      actions={
        <>
          <Button icon="duplicate" onClick={() => void duplicateWanted(environment.id)}>
            Duplicate
          </Button>
          {!isActive && <Button onClick={() => environmentPicked(environment.id)}>Make active</Button>}
        </>
      }
    >
      <FormRow title="Values" hint="Written to the workspace as plain text">
        <Field
          as="group"
          label="Names and values"
          labelHidden
          hint={`Use one as {{name}} or {{@env.name}}. Tokens and passwords belong into an API endpoint, where they are encrypted.`}
          error={troubleWith(environment.values)}
        >
          <KeyValueTable
            label="Values"
            field="text"
            rows={environment.values}
            format={valueFormat}
            onChange={(values) => edit({ values: [...values] }, 'values')}
          />
        </Field>
      </FormRow>
      {cookies}
    </DocumentPage>
  );
}

const valueFormat: RowFormat<EnvironmentValue> = {
  make: (name, value) => ({ name, value, enabled: true }),
  valueOf: (row) => row.value,
  withValue: (row, value) => ({ ...row, value }),
  withName: (row, name) => ({ ...row, name }),
  withEnabled: (row, enabled) => ({ ...row, enabled }),
};

/** What is wrong with the names, in a sentence; `undefined` where nothing is. */
function troubleWith(values: readonly EnvironmentValue[]): string | undefined {
  const names = values.map(({ name }) => name);
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) return `${twice} is there twice; templates would use the last one.`;
  const wrong = values.find(({ name, value }) => !isVariableName(name) && (name !== '' || value !== ''));
  if (wrong === undefined) return undefined;
  return wrong.name === ''
    ? 'A value has no name: give it one, so that templates can use it.'
    : `Templates cannot use ${wrong.name}: a name is letters, digits and _, and begins with a letter or _.`;
}
