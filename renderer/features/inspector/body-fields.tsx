import { bodyTexts } from '#shared/flow/template-texts.ts';
import type { RequestBody } from '#shared/request/request-body.ts';
import { Field } from '../../ui/field/field.tsx';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import { plainRowFormat } from '../../ui/field/row-format.ts';
import { TextField } from '../../ui/field/text-field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import type { CallEditorProps } from './call-editor-props.ts';
import { FileBodyFields } from './file-body-fields.tsx';
import { GraphqlFields } from './graphql-fields.tsx';
import { MultipartRows } from './multipart-rows.tsx';
import { useNameCheck } from './use-name-check.ts';

interface BodyFieldsProps extends CallEditorProps {
  readonly onChange: (body: RequestBody, field: string | null) => void;
}

/** The fields of a kind of body. */
export function BodyFields({ flow, node, onChange }: BodyFieldsProps) {
  const { body } = node.config;
  const check = useNameCheck(flow, node.id);
  const checked = check(...bodyTexts(body));
  const { unknownNames, error, warning } = checked;
  switch (body.type) {
    case 'json':
    case 'text':
    case 'custom':
      return (
        <>
          {body.type === 'custom' && (
            <Field
              label="Content type"
              error={check(body.contentType).error}
              warning={check(body.contentType).warning}
            >
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
            warning={check(body.template).warning}
            hint={
              body.type === 'json'
                ? 'Values are written as JSON wherever they stand, also inside quotes.'
                : undefined
            }
          >
            <TemplateField
              field={body.type === 'json' ? 'json' : 'text'}
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
        <Field as="group" label="Form" labelHidden error={error} warning={warning}>
          <KeyValueTable
            label="Form"
            field="query"
            rows={body.rows}
            format={plainRowFormat}
            unknownNames={unknownNames}
            onChange={(rows) => onChange({ ...body, rows: [...rows] }, 'body rows')}
          />
        </Field>
      );
    case 'multipart':
      return (
        <Field as="group" label="Parts" labelHidden error={error} warning={warning}>
          <MultipartRows
            rows={body.rows}
            unknownNames={unknownNames}
            onChange={(rows) => onChange({ ...body, rows: [...rows] }, 'body rows')}
          />
        </Field>
      );
    case 'graphql':
      return (
        <GraphqlFields
          body={body}
          unknownNames={unknownNames}
          checks={{ query: check(body.query), variables: check(body.variables) }}
          onChange={onChange}
        />
      );
    case 'binary':
      return <FileBodyFields body={body} check={checked} onChange={onChange} />;
    case 'none':
      return null;
  }
}
