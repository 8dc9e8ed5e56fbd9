import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { endpointEdited } from './edit-endpoint.ts';
import styles from './endpoint-editor.module.css';

/** What the endpoint is for, in a line under its name. */
export function DescriptionField({ endpoint }: { readonly endpoint: Endpoint }) {
  return (
    <textarea
      rows={1}
      aria-label="Description"
      placeholder="Add a description"
      className={styles.description}
      value={endpoint.description}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
      onChange={(event) =>
        endpointEdited(endpoint.id, { description: event.currentTarget.value }, 'description')
      }
    />
  );
}
