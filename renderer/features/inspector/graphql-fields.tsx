import type { NameCheck } from '#shared/flow/unknown-names.ts';
import type { RequestBody } from '#shared/request/request-body.ts';
import { Field } from '../../ui/field/field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';

type GraphqlBody = Extract<RequestBody, { type: 'graphql' }>;

interface GraphqlFieldsProps {
  readonly body: GraphqlBody;
  readonly unknownNames: ReadonlySet<string>;
  /** What there is to say of the names in the query, and of those in the variables. */
  readonly checks: { readonly query: NameCheck; readonly variables: NameCheck };
  readonly onChange: (body: GraphqlBody, field: string | null) => void;
}

/** A GraphQL operation: its query, and its variables as JSON. */
export function GraphqlFields({ body, unknownNames, checks, onChange }: GraphqlFieldsProps) {
  return (
    <>
      <Field label="Query" error={checks.query.error} warning={checks.query.warning}>
        <TemplateField
          field="text"
          lines={10}
          placeholder={'query ($id: ID!) {\n  order(id: $id) { status }\n}'}
          value={body.query}
          unknownNames={unknownNames}
          onChange={(query) => onChange({ ...body, query }, 'body query')}
        />
      </Field>
      <Field
        label="Variables"
        error={checks.variables.error}
        warning={checks.variables.warning}
        hint="JSON; values are written as JSON wherever they stand. Prefer them to expressions in the query."
      >
        <TemplateField
          field="json"
          lines={4}
          placeholder={'{ "id": "{{order_id}}" }'}
          value={body.variables}
          unknownNames={unknownNames}
          onChange={(variables) => onChange({ ...body, variables }, 'body variables')}
        />
      </Field>
    </>
  );
}
