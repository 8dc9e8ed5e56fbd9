import type { RefObject } from 'react';
import type { ImportView } from '#shared/bundle/import-view.ts';
import type { ChannelInput } from '#shared/ipc/contract.ts';
import { Field } from '../../ui/field/field.tsx';
import { HiddenField, type HiddenFieldHandle } from '../../ui/field/hidden-field.tsx';
import { Section } from '../../ui/layout/section.tsx';
import styles from './bundles.module.css';

type Needed = ImportView['needed'][number];
/** The inputs of a form, by holder and slot: what is in them stays in them until it is handed over. */
export type SecretInputs = Map<string, HiddenFieldHandle>;

/** What was entered, for the documents and slots of the bundle. */
export function enteredSecrets(
  needed: readonly Needed[],
  inputs: SecretInputs,
): ChannelInput<'bundle.import'>['secrets'] {
  return needed.flatMap(({ holder, slot }) => {
    const value = inputs.get(`${holder} ${slot}`)?.read() ?? '';
    return value === '' ? [] : [{ holder, slot, value }];
  });
}

interface ImportSecretsProps {
  readonly needed: readonly Needed[];
  readonly isSealed: boolean;
  readonly inputs: RefObject<SecretInputs>;
  readonly passphrase: RefObject<HiddenFieldHandle | null>;
  /** Why the secrets that travel along did not open. */
  readonly trouble: string | undefined;
}

/** Asks for the secrets that a bundle needs; each may be entered later. */
export function ImportSecrets({ inputs, isSealed, needed, passphrase, trouble }: ImportSecretsProps) {
  if (needed.length === 0) return null;
  return (
    <Section title="Secrets that it needs" count={needed.length}>
      <p className={styles.quiet}>
        What is left empty can be entered later. None of your secrets is given to what is imported.
      </p>
      <div className={styles.fields}>
        {isSealed && (
          <div className={styles.wholeRow}>
            <Field
              label="Passphrase of the secrets that travel along"
              hint="Ask whoever made the bundle. Without it they stay closed."
              error={trouble}
            >
              <HiddenField ref={passphrase} />
            </Field>
          </div>
        )}
        {needed.map((each) => (
          <SecretInput key={`${each.holder} ${each.slot}`} needed={each} inputs={inputs} />
        ))}
      </div>
    </Section>
  );
}

function SecretInput({ inputs, needed }: { readonly needed: Needed } & Pick<ImportSecretsProps, 'inputs'>) {
  const { holder, isFile, origin, purpose, slot } = needed;
  if (isFile)
    return (
      <p className={styles.quiet}>
        {purpose}: it is a file. Choose it on the page of the endpoint after the import.
      </p>
    );
  const known = (handle: HiddenFieldHandle | null): void => {
    const key = `${holder} ${slot}`;
    if (handle === null) inputs.current.delete(key);
    else inputs.current.set(key, handle);
  };
  return (
    <Field
      label={purpose}
      hint={origin === undefined ? 'It goes nowhere until you let it.' : `Goes to ${origin}`}
    >
      <HiddenField ref={known} placeholder="Enter it now, or later" />
    </Field>
  );
}
