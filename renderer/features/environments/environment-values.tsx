import { useState } from 'react';
import { heldValues } from '#shared/environment/environment-layers.ts';
import { isSecretValue, type Environment, type EnvironmentValue } from '#shared/environment/environment.ts';
import { isVariableName } from '#shared/flow/variable-name.ts';
import { environmentEdited, valueKeptSecret, valueMadeVisible } from '../../store/environment-actions.ts';
import { useDocuments, useOpenDocument } from '../../store/use-documents.ts';
import { defaultsIn } from '../../store/use-environment-layers.ts';
import { useSecretStates } from '../../store/vault-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import type { InheritedRow } from '../../ui/field/key-value-props.ts';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import type { RowFormat } from '../../ui/field/row-format.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { EnvironmentSecretField } from './environment-secret-field.tsx';
import { ValueRemarks } from './value-remarks.tsx';
import styles from './environments.module.css';

/** The names and values of an environment; the defaults that it leaves as they are stand above its own. */
export function EnvironmentValues({ environment }: { readonly environment: Environment }) {
  const { id, values } = environment;
  const revision = useOpenDocument(id)?.revision ?? null;
  const secrets = useSecretStates(id, revision);
  const defaults = useDocuments((state) => defaultsIn(state.documents));
  const inherited = environment.defaults === true ? [] : inheritedRows(environment, defaults);
  const [shownAll, setShownAll] = useState(false);
  const isFolded = inherited.length > mostInherited && !shownAll;
  const changed = (next: readonly EnvironmentValue[]) =>
    environmentEdited(id, { values: [...next] }, 'values');
  return (
    <>
      <Field
        as="group"
        label="Names and values"
        labelHidden
        hint="Use one as {{name}} or {{@env.name}}. A secret is encrypted, and may be used in the fields of API endpoints and API Calls only."
        error={troubleWith(values)}
      >
        <KeyValueTable
          label="Values"
          field="text"
          rows={values}
          inherited={isFolded ? [] : inherited}
          format={valueFormat}
          onChange={changed}
          valueCell={(row) =>
            isSecretValue(row) && (
              <EnvironmentSecretField
                // Rows are told apart by their place; what is being typed belongs to a slot and not to a place.
                key={row.secret}
                environment={environment}
                value={row}
                known={secrets.find(({ slot }) => slot === row.secret)}
              />
            )
          }
          extra={{
            title: 'Secret or visible',
            cell: (row) => <SecrecyButton environment={environment} value={row} />,
            empty: <Secrecy isSecret={false} />,
          }}
        />
      </Field>
      {isFolded && (
        <p className={styles.remark}>
          {String(inherited.length)} defaults hold here too.
          <Button look="link" onClick={() => setShownAll(true)}>
            Show them
          </Button>
        </p>
      )}
      <ValueRemarks environment={environment} defaults={defaults} />
    </>
  );
}

/** Defaults that stand above the values of an environment unasked; more would push its own out of view. */
const mostInherited = 6;

function SecrecyButton({
  environment: { id, values },
  value,
}: {
  readonly environment: Environment;
  readonly value: EnvironmentValue;
}) {
  const at = values.indexOf(value);
  const called = value.name === '' ? 'the value' : value.name;
  const isSecret = isSecretValue(value);
  return (
    <button
      type="button"
      className={styles.secrecy}
      aria-label={isSecret ? `Secret: make ${called} visible` : `Visible: keep ${called} secret`}
      onClick={() => (isSecret ? valueMadeVisible(id, at) : void valueKeptSecret(id, at))}
    >
      <Secrecy isSecret={isSecret} />
    </button>
  );
}

function Secrecy({ isSecret }: { readonly isSecret: boolean }) {
  return (
    <span className={styles.secrecyWord}>
      <Icon name={isSecret ? 'lock' : 'lock-open'} size={14} />
      {isSecret ? 'Secret' : 'Visible'}
    </span>
  );
}

function inheritedRows(environment: Environment, defaults: Environment | null): readonly InheritedRow[] {
  return [...heldValues({ active: environment, defaults })].flatMap(([name, { from, value }]) =>
    from === 'default'
      ? [
          {
            name,
            value: isSecretValue(value) ? '••••••••' : value.value,
            icon: 'environment' as const,
            from: 'From the defaults',
            secret: isSecretValue(value),
          },
        ]
      : [],
  );
}

const valueFormat: RowFormat<EnvironmentValue> = {
  make: (name, value) => ({ name, value, enabled: true }),
  valueOf: (row) => (isSecretValue(row) ? null : row.value),
  withValue: (row, value) => (isSecretValue(row) ? row : { ...row, value }),
  withName: (row, name) => ({ ...row, name }),
  withEnabled: (row, enabled) => ({ ...row, enabled }),
  heldWord: 'secret',
};

/** What is wrong with the names, in a sentence; `undefined` where nothing is. */
function troubleWith(values: readonly EnvironmentValue[]): string | undefined {
  const names = values.map(({ name }) => name);
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) return `${twice} is there twice; templates would use the last one.`;
  const wrong = values.find((value) => !isVariableName(value.name) && !isEmpty(value));
  if (wrong === undefined) return undefined;
  return wrong.name === ''
    ? 'A value has no name: give it one, so that templates can use it.'
    : `Templates cannot use ${wrong.name}: a name is letters, digits and _, and begins with a letter or _.`;
}

function isEmpty(value: EnvironmentValue): boolean {
  return value.name === '' && !isSecretValue(value) && value.value === '';
}
