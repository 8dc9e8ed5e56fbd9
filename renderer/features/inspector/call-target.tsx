import { httpMethods } from '#shared/nodes/api-call-node.ts';
import type { EndpointId } from '#shared/ids/ids.ts';
import { newEndpointAsked } from '../../store/new-endpoint-store.ts';
import { useEndpoints, useFoldersOfRepeated } from '../../store/use-documents.ts';
import { documentOpened } from '../../store/view-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { FieldJoin } from '../../ui/field/field-join.tsx';
import { Select } from '../../ui/field/select.tsx';
import { MethodLabel } from '../../ui/status/method-label.tsx';
import { Note } from '../../ui/status/note.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { configEdited } from './edit-node.ts';
import styles from './inspector.module.css';

interface CallTargetProps extends CallEditorProps {
  /** The endpoint's address with every expression resolved, where it can be. */
  readonly baseUrl: string | null;
}

/** The method, and the API endpoint that the request goes through. */
export function CallTarget({ flow, node, baseUrl }: CallTargetProps) {
  const endpoints = useEndpoints();
  const folders = useFoldersOfRepeated();
  const { endpoint: id, method } = node.config;
  const endpoint = endpoints.find((each) => each.id === id);
  const missing = id !== null && endpoint === undefined;
  const picked = (endpointId: EndpointId) => configEdited(flow.id, node, { endpoint: endpointId });
  return (
    <>
      {missing && (
        <Note tone="exception" title="Its endpoint is missing">
          The file is gone from endpoints/. Until you pick another one, this call ends as an exception.
        </Note>
      )}
      <Field
        as="group"
        label="Method and endpoint"
        hint={
          endpoint !== undefined && (
            <Button
              look="link"
              className={styles.mono}
              tooltip={`Open ${endpoint.name}`}
              onClick={() => documentOpened(endpoint.id)}
            >
              {baseUrl ?? (endpoint.baseUrl === '' ? 'no base URL yet' : endpoint.baseUrl)}
            </Button>
          )
        }
      >
        <div className={styles.line}>
          <div className={styles.grow}>
            <FieldJoin>
              <Select
                label="Method"
                className={styles.method}
                value={method}
                options={httpMethods.map((each) => ({
                  value: each,
                  label: each,
                  shown: <MethodLabel method={each} />,
                }))}
                onChange={(next) => configEdited(flow.id, node, { method: next })}
              />
              <Select
                label="API endpoint"
                className={styles.endpoint}
                placeholder="Pick an endpoint"
                invalid={missing}
                shown={missing ? <span className={styles.missing}>missing</span> : undefined}
                value={endpoint?.id ?? null}
                options={endpoints.map((each) => ({
                  value: each.id,
                  label: each.name,
                  meta: folders.get(each.id),
                }))}
                onChange={picked}
              />
            </FieldJoin>
          </div>
          <Button onClick={() => newEndpointAsked(picked)}>+ Add</Button>
        </div>
      </Field>
    </>
  );
}
