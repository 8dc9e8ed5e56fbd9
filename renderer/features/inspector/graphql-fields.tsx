import type { RequestBody } from '#shared/request/request-body.ts';
import { Field } from '../../ui/field/field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';

type GraphqlBody = Extract<RequestBody, { type: 'graphql' }>;

interface GraphqlFieldsProps {
  readonly body: GraphqlBody;
  readonly unknownNames: ReadonlySet<string>;
  /** What is wrong with the query, and with the variables. */
  readonly errors: { readonly query: string | undefined; readonly variables: string | undefined };
  readonly onChange: (body: GraphqlBody, field: string | null) => void;
}

/** A GraphQL operation: its query, and its variables as JSON. */
export function GraphqlFields({ body, unknownNames, errors, onChange }: GraphqlFieldsProps) {
  return (
    <>
      <Field label="Query" error={errors.query}>
        <TemplateField
          lines={10}
          placeholder={'query ($id: ID!) {\n  order(id: $id) { status }\n}'}
          value={body.query}
          unknownNames={unknownNames}
          onChange={(query) => onChange({ ...body, query }, 'body query')}
        />
      </Field>
      <Field
        label="Variables"
        error={errors.variables}
        hint="JSON; values are written as JSON wherever they stand. Prefer them to expressions in the query."
      >
        <TemplateField
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
