import { Field } from '../../ui/field/field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { CodeListField } from './code-list-field.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import styles from './inspector.module.css';

const properties = [
  ['status', 'success, error, failure or exception'],
  ['status_code', 'the HTTP code, null where no complete response came'],
  ['body', 'parsed JSON, else text'],
  ['headers', 'names in lower case'],
  ['timestamp', 'when the first attempt was made'],
] as const;

/** How the response is read, and what of it later nodes can use. */
export function CallResponseTab({ flow, node }: CallEditorProps) {
  const { config } = node;
  return (
    <InspectorBody>
      <Field
        as="group"
        label="Also a success"
        hint="2xx codes are always a success; list others that this call expects, such as 404."
      >
        <CodeListField
          label="Codes that count as success"
          codes={config.successCodes}
          onChange={(successCodes) => configEdited(flow.id, node, { successCodes: [...successCodes] })}
        />
      </Field>
      <Field as="group" label="Reading">
        <div className={styles.switchLine}>
          <Switch
            checked={config.parseAsJson}
            onChange={(parseAsJson) => configEdited(flow.id, node, { parseAsJson })}
          >
            Parse as JSON, whatever its type
          </Switch>
        </div>
        <div className={styles.switchLine}>
          <Switch
            checked={config.includeRaw}
            onChange={(includeRaw) => configEdited(flow.id, node, { includeRaw })}
          >
            Include Raw Response
          </Switch>
        </div>
      </Field>
      <Field as="group" label="What later nodes can use">
        <dl className={styles.facts}>
          {properties.map(([property, meaning]) => (
            <div key={property}>
              <dt className={styles.fact}>{`{{${config.responseVariable}.${property}}}`}</dt>
              <dd className={styles.meaning}>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Field>
    </InspectorBody>
  );
}
