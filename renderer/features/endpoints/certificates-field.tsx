import { useState } from 'react';
import {
  certificatesTrouble,
  holdsPrivateKey,
  longestPem,
  withoutPrivateKeys,
} from '#shared/endpoint/pem.ts';
import { certificatesPicked } from '../../store/certificates-picked.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextArea } from '../../ui/field/text-area.tsx';
import styles from './endpoint-editor.module.css';

interface CertificatesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (pem: string) => void;
  /** Takes the field away. */
  readonly onRemove?: () => void;
}

/**
 * Certificates in PEM form, pasted or picked. What is typed here becomes a part of the document, so a private key among it
 * is taken out before anybody keeps it.
 */
export function CertificatesField({ label, hint, value, onChange, onRemove }: CertificatesFieldProps) {
  const [leftOut, setLeftOut] = useState(false);
  const changed = (text: string) => {
    setLeftOut(holdsPrivateKey(text));
    onChange(withoutPrivateKeys(text));
  };
  const picked = async () => {
    const pem = await certificatesPicked();
    if (pem !== null) changed(pem);
  };
  const trouble = leftOut ? keyLeftOut : value.trim() === '' ? undefined : certificatesTrouble(value);
  return (
    <Field
      label={label}
      hint={hint}
      error={trouble}
      aside={
        <span className={styles.asideActions}>
          <Button look="link" onClick={() => void picked()}>
            Choose a file…
          </Button>
          {onRemove !== undefined && (
            <Button look="link" onClick={onRemove}>
              Remove
            </Button>
          )}
        </span>
      }
    >
      <TextArea
        mono
        rows={3}
        maxLength={longestPem}
        className={styles.pem}
        placeholder="-----BEGIN CERTIFICATE-----"
        value={value}
        onChange={changed}
      />
    </Field>
  );
}

const keyLeftOut =
  'A private key was among it and was left out, because this text is written to the workspace. Enter it as the key of a client certificate, where it is encrypted.';
