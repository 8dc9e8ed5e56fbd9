import { useState, type KeyboardEvent } from 'react';
import { baseUrlTrouble, hostComesFromExpression } from '#shared/endpoint/base-url-trouble.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { Button } from '../../ui/button/button.tsx';
import { Field } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { TagChip } from '../../ui/status/tag-chip.tsx';
import { TemplateInput } from '../../ui/template/template-input.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import styles from './endpoint-editor.module.css';

/** The address that every path is joined to, and the hosts that it may be where an expression gives it. */
export function BaseUrlRow({ endpoint }: { readonly endpoint: Endpoint }) {
  const needsHosts = hostComesFromExpression(endpoint.baseUrl) || endpoint.allowedHosts.length > 0;
  return (
    <FormRow title="Base URL">
      <Field
        label="Base URL"
        labelHidden
        error={baseUrlTrouble(endpoint.baseUrl, endpoint.allowedHosts) ?? undefined}
      >
        <TemplateInput
          placeholder="https://api.example.com/v1"
          value={endpoint.baseUrl}
          onChange={(baseUrl) => endpointEdited(endpoint.id, { baseUrl }, 'baseUrl')}
        />
      </Field>
      {needsHosts && <AllowedHosts endpoint={endpoint} />}
    </FormRow>
  );
}

function AllowedHosts({ endpoint }: { readonly endpoint: Endpoint }) {
  const [typed, setTyped] = useState<string | null>(null);
  const hosts = endpoint.allowedHosts;
  const changed = (allowedHosts: string[]) => endpointEdited(endpoint.id, { allowedHosts });
  const added = () => {
    const host = typed?.trim() ?? '';
    if (host !== '' && !hosts.includes(host)) changed([...hosts, host]);
    setTyped(null);
  };
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') added();
    if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <div className={styles.hosts} role="group" aria-label="Allowed hosts">
      <span className={styles.inlineLabel}>Allowed hosts</span>
      {hosts.map((host) => (
        <TagChip key={host} onRemove={() => changed(hosts.filter((each) => each !== host))}>
          {host}
        </TagChip>
      ))}
      {typed === null ? (
        <Button look="quiet" size="s" onClick={() => setTyped('')}>
          + Host
        </Button>
      ) : (
        <TextField
          autoFocus
          mono
          label="Host to allow"
          placeholder="api.example.com"
          className={styles.hostField}
          value={typed}
          onChange={setTyped}
          onBlur={added}
          onKeyDown={keyPressed}
        />
      )}
    </div>
  );
}
