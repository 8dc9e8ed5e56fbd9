import type { NameCheck } from '#shared/flow/unknown-names.ts';
import type { RequestBody } from '#shared/request/request-body.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { attachedFile, attachedName } from './attached-file.ts';
import styles from './file-body-fields.module.css';

type FileBody = Extract<RequestBody, { type: 'binary' }>;

interface FileBodyFieldsProps {
  readonly body: FileBody;
  /** What there is to say of the names in the content type. */
  readonly check: NameCheck;
  readonly onChange: (body: FileBody, field: string | null) => void;
}

/** A body that is a file, byte for byte. */
export function FileBodyFields({ body, check, onChange }: FileBodyFieldsProps) {
  const { contentType = '', file } = body;
  const wanted = async () => {
    const picked = await attachedFile();
    if (picked !== null) onChange({ ...body, file: picked }, null);
  };
  const typed = (next: string) => {
    const { contentType: _before, ...rest } = body;
    onChange(next === '' ? rest : { ...rest, contentType: next }, 'body contentType');
  };
  return (
    <>
      <Field as="group" label="File" hint="It is copied into the workspace and sent as it is.">
        <div className={styles.line}>
          {file !== '' && (
            <span className={styles.file} title={file}>
              <Icon name="file" size={12} />
              <span className={styles.name}>{attachedName(file)}</span>
            </span>
          )}
          <Button icon="file" onClick={() => void wanted()}>
            {file === '' ? 'Choose a file…' : 'Replace…'}
          </Button>
        </div>
      </Field>
      <Field
        label="Content type"
        error={check.error}
        warning={check.warning}
        hint="Without one, application/octet-stream is sent."
      >
        <TemplateField
          field="header"
          placeholder="application/octet-stream"
          value={contentType}
          unknownNames={check.unknownNames}
          onChange={typed}
        />
      </Field>
    </>
  );
}
