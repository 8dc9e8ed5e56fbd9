import { bodyTexts } from '#shared/flow/template-texts.ts';
import type { RequestBody } from '#shared/request/request-body.ts';
import type { FileRow, Row } from '#shared/request/row.ts';
import { Field } from '../../ui/field/field.tsx';
import { Select } from '../../ui/field/select.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import { plainRowFormat } from '../../ui/field/row-format.ts';
import { Note } from '../../ui/status/note.tsx';
import { TemplateInput } from '../../ui/template/template-input.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { MultipartRows } from './multipart-rows.tsx';
import { useNameCheck } from './use-name-check.ts';

/** The kinds of body that can be made here; files of other kinds that a document brings are sent and kept. */
const offered = ['none', 'json', 'text', 'form-urlencoded', 'multipart', 'custom'] as const;
type Offered = (typeof offered)[number];

const labels: Readonly<Record<RequestBody['type'], string>> = {
  none: 'None',
  json: 'JSON',
  text: 'Text',
  'form-urlencoded': 'URL-encoded form',
  multipart: 'Multipart form',
  custom: 'Custom content type',
  binary: 'Binary file',
  graphql: 'GraphQL',
};

/** What the request sends as its body. */
export function CallBodyTab({ flow, node }: CallEditorProps) {
  const { body, method } = node.config;
  const changed = (next: RequestBody, field: string | null = null) =>
    configEdited(flow.id, node, { body: next }, field);
  const unusual = body.type !== 'none' && ['GET', 'HEAD', 'DELETE'].includes(method);
  return (
    <InspectorBody>
      <Field label="Body">
        <Select
          value={body.type}
          options={options(body.type)}
          onChange={(type) => changed(bodyOfType(type, body))}
        />
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

function options(current: RequestBody['type']) {
  const shown: readonly RequestBody['type'][] = isOffered(current) ? offered : [...offered, current];
  return shown.map((value) => ({ value, label: labels[value] }));
}

function isOffered(type: RequestBody['type']): type is Offered {
  return (offered as readonly string[]).includes(type);
}

/** A body of another type; text goes over where both have it. */
function bodyOfType(type: RequestBody['type'], before: RequestBody): RequestBody {
  const template = 'template' in before ? before.template : '';
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
    case 'graphql':
      return before;
    case 'none':
      return { type };
  }
}

function textRows(rows: readonly (Row | FileRow)[]): Row[] {
  return rows.filter((row) => 'value' in row);
}

interface BodyFieldsProps extends CallEditorProps {
  readonly onChange: (body: RequestBody, field: string | null) => void;
}

function BodyFields({ flow, node, onChange }: BodyFieldsProps) {
  const { body } = node.config;
  const check = useNameCheck(flow);
  const { unknownNames, error } = check(...bodyTexts(body));
  switch (body.type) {
    case 'json':
    case 'text':
    case 'custom':
      return (
        <>
          {body.type === 'custom' && (
            <Field label="Content type" error={check(body.contentType).error}>
              <TextField
                mono
                placeholder="application/xml"
                value={body.contentType}
                onChange={(contentType) => onChange({ ...body, contentType }, 'body contentType')}
              />
            </Field>
          )}
          <Field
            label="Content"
            error={check(body.template).error}
            hint={
              body.type === 'json'
                ? 'Values are written as JSON wherever they stand, also inside quotes.'
                : undefined
            }
          >
            <TemplateInput
              lines={10}
              placeholder={body.type === 'json' ? '{ "name": "{{user.body.name}}" }' : undefined}
              value={body.template}
              unknownNames={unknownNames}
              onChange={(template) => onChange({ ...body, template }, 'body')}
            />
          </Field>
        </>
      );
    case 'form-urlencoded':
      return (
        <Field as="group" label="Form" labelHidden error={error}>
          <KeyValueTable
            label="Form"
            rows={body.rows}
            format={plainRowFormat}
            unknownNames={unknownNames}
            onChange={(rows) => onChange({ ...body, rows: [...rows] }, 'body rows')}
          />
        </Field>
      );
    case 'multipart':
      return (
        <Field as="group" label="Parts" labelHidden error={error}>
          <MultipartRows
            rows={body.rows}
            unknownNames={unknownNames}
            onChange={(rows) => onChange({ ...body, rows: [...rows] }, 'body rows')}
          />
        </Field>
      );
    default:
      return null;
  }
}
