import { allowedHostTrouble } from '#shared/endpoint/allowed-host-trouble.ts';
import { baseUrlTrouble } from '#shared/endpoint/base-url-trouble.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { needsAllowedHosts } from '#shared/endpoint/oauth-url-trouble.ts';
import { Field } from '../../ui/field/field.tsx';
import { TagListField } from '../../ui/field/tag-list-field.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import styles from './endpoint-editor.module.css';

/** The address that every path is joined to, and the hosts that it may be where an expression gives it. */
export function BaseUrlRow({ endpoint }: { readonly endpoint: Endpoint }) {
  const needsHosts = needsAllowedHosts(endpoint) || endpoint.allowedHosts.length > 0;
  return (
    <FormRow title="Base URL">
      <Field
        label="Base URL"
        labelHidden
        error={baseUrlTrouble(endpoint.baseUrl, endpoint.allowedHosts) ?? undefined}
      >
        <TemplateField
          field="url"
          placeholder="https://api.example.com/v1"
          value={endpoint.baseUrl}
          onChange={(baseUrl) => endpointEdited(endpoint.id, { baseUrl }, 'baseUrl')}
        />
      </Field>
      <TemplatePreview source={endpoint.baseUrl} field="url" />
      {needsHosts && <AllowedHosts endpoint={endpoint} />}
    </FormRow>
  );
}

function AllowedHosts({ endpoint }: { readonly endpoint: Endpoint }) {
  const hosts = endpoint.allowedHosts;
  return (
    <TagListField
      label="Allowed hosts"
      one="Host"
      fieldLabel="Host to allow"
      placeholder="api.example.com"
      size="host"
      tags={hosts}
      troubleWith={(text) => allowedHostTrouble(text, hosts)}
      onChange={(allowedHosts, isTyped) =>
        endpointEdited(endpoint.id, { allowedHosts }, isTyped ? 'allowedHosts' : null)
      }
      lead={<span className={styles.inlineLabel}>Allowed hosts</span>}
    />
  );
}
