import type { RequestBody } from '#shared/request/request-body.ts';
import type { FileRow, Row } from '#shared/request/row.ts';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { Note } from '../../ui/status/note.tsx';
import { BodyFields } from './body-fields.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';

/** In the order in which they are offered. */
const labels: Readonly<Record<RequestBody['type'], string>> = {
  none: 'None',
  json: 'JSON',
  text: 'Text',
  'form-urlencoded': 'URL-encoded form',
  multipart: 'Multipart form',
  graphql: 'GraphQL',
  binary: 'Binary file',
  custom: 'Custom content type',
};
const options = Object.entries(labels).map(([value, label]) => ({
  value: value as RequestBody['type'],
  label,
}));

/** What the request sends as its body. */
export function CallBodyTab({ flow, node }: CallEditorProps) {
  const { body, method } = node.config;
  const changed = (next: RequestBody, field: string | null = null) =>
    configEdited(flow.id, node, { body: next }, field);
  const unusual = body.type !== 'none' && ['GET', 'HEAD', 'DELETE'].includes(method);
  return (
    <InspectorBody>
      <Field label="Body">
        <Select value={body.type} options={options} onChange={(type) => changed(bodyOfType(type, body))} />
      </Field>
      {unusual && (
        <Note tone="warning" title={`${method} with a body`}>
          It is sent as it stands; many servers do not read it.
        </Note>
      )}
      <BodyFields flow={flow} node={node} onChange={changed} />
    </InspectorBody>
  );
}

/** A body of another type; text goes over where both have it. */
function bodyOfType(type: RequestBody['type'], before: RequestBody): RequestBody {
  const template = 'template' in before ? before.template : 'query' in before ? before.query : '';
  switch (type) {
    case 'json':
    case 'text':
      return { type, template };
    case 'custom':
      return { type, contentType: 'application/xml', template };
    case 'form-urlencoded':
      return { type, rows: 'rows' in before ? textRows(before.rows) : [] };
    case 'multipart':
      return { type, rows: 'rows' in before ? before.rows : [] };
    case 'binary':
      return { type, file: '' };
    case 'graphql':
      return { type, query: template, variables: '' };
    case 'none':
      return { type };
  }
}

function textRows(rows: readonly (Row | FileRow)[]): Row[] {
  return rows.filter((row) => 'value' in row);
}
