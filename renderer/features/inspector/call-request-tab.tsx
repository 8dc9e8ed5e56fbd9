import { rowTexts } from '#shared/flow/template-texts.ts';
import { headerNames, headerValues, repeatedHeaders } from '#shared/request/header-advice.ts';
import { Field } from '../../ui/field/field.tsx';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import { plainRowFormat } from '../../ui/field/row-format.ts';
import { Switch } from '../../ui/field/switch.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { CallTarget } from './call-target.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { PathAsSent } from './path-as-sent.tsx';
import { RequestPreview } from './request-preview.tsx';
import { useCallPreview } from './use-call-preview.ts';
import { useInheritedHeaders } from './use-inherited-headers.tsx';
import { useNameCheck } from './use-name-check.ts';
import { useSampleValues } from './use-sample-values.ts';
import { VariableField } from './variable-field.tsx';
import styles from './inspector.module.css';

/** Where the request goes, what it asks for, and where the answer is stored. */
export function CallRequestTab({ flow, node }: CallEditorProps) {
  const check = useNameCheck(flow, node.id);
  const inherited = useInheritedHeaders(node.config.endpoint);
  const { config } = node;
  const path = check(config.path);
  const query = check(...rowTexts(config.query));
  const headers = check(...rowTexts(config.headers));
  const samples = useSampleValues(flow, node);
  const previews = useCallPreview({ flow, node }, samples.texts);
  return (
    <InspectorBody>
      <CallTarget flow={flow} node={node} baseUrl={previews?.baseUrl ?? null} />
      <Field
        label="Path"
        error={path.error}
        warning={path.warning}
        hint={
          config.path.includes('{{') && <PathAsSent previews={previews} fromLastRun={samples.fromLastRun} />
        }
      >
        <TemplateField
          field="path"
          placeholder="/users/{{user_id}}"
          value={config.path}
          unknownNames={path.unknownNames}
          onChange={(text) => configEdited(flow.id, node, { path: text }, 'path')}
        />
      </Field>
      <Field as="group" label="Query" count={config.query.length} error={query.error} warning={query.warning}>
        <KeyValueTable
          label="Query"
          field="query"
          rows={config.query}
          format={plainRowFormat}
          unknownNames={query.unknownNames}
          onChange={(rows) => configEdited(flow.id, node, { query: [...rows] }, 'query')}
        />
      </Field>
      <Field
        as="group"
        label="Headers"
        count={config.headers.length + inherited.length}
        error={headers.error}
        warning={headers.warning}
        aside={inherited.length > 0 && `${String(inherited.length)} from endpoint`}
      >
        <KeyValueTable
          label="Headers"
          field="header"
          rows={config.headers}
          inherited={inherited}
          format={plainRowFormat}
          unknownNames={headers.unknownNames}
          suggestedNames={headerNames}
          suggestedValues={headerValues}
          hintsOf={repeatedHeaders}
          onChange={(rows) => configEdited(flow.id, node, { headers: [...rows] }, 'headers')}
        />
      </Field>
      <div className={styles.bottomLine}>
        <VariableField
          flow={flow}
          className={styles.grow}
          label="Response variable"
          value={config.responseVariable}
          onChange={(responseVariable) =>
            configEdited(flow.id, node, { responseVariable }, 'responseVariable')
          }
        />
        <div className={styles.switchLine}>
          <Switch
            checked={config.includeRaw}
            onChange={(includeRaw) => configEdited(flow.id, node, { includeRaw })}
          >
            Include Raw Response
          </Switch>
        </div>
      </div>
      <RequestPreview preview={previews?.whole ?? null} unset={samples.unset} />
    </InspectorBody>
  );
}
