import { useState } from 'react';
import { duplicateWanted } from '../../store/document-actions.ts';
import { useEndpoint, useOpenDocument } from '../../store/use-documents.ts';
import { useEndpointPlace } from '../../store/use-template-place.ts';
import { useSecretStates } from '../../store/vault-store.ts';
import { Button } from '../../ui/button/button.tsx';
import { DocumentPage } from '../../ui/layout/document-page.tsx';
import { TemplateContext } from '../../ui/template/template-context.ts';
import { AuthenticationRow } from './authentication-row.tsx';
import { BaseUrlRow } from './base-url-row.tsx';
import { CookiesRow } from './cookies-row.tsx';
import { DescriptionField } from './description-field.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { EndpointHeadersRow } from './endpoint-headers-row.tsx';
import { EndpointSecrets } from './endpoint-secrets.tsx';
import { ProxyRow } from './proxy-row.tsx';
import { RedirectsRow } from './redirects-row.tsx';
import { RetryRow } from './retry-row.tsx';
import { TestRequest } from './test-request.tsx';
import { TimeoutsRow } from './timeouts-row.tsx';
import { TlsRow } from './tls-row.tsx';
import styles from './endpoint-editor.module.css';

/** The form of an API endpoint; every change is saved as it is made. */
export function EndpointEditor({ endpointId }: { readonly endpointId: string }) {
  const endpoint = useEndpoint(endpointId);
  const open = useOpenDocument(endpointId);
  const place = useEndpointPlace();
  const [testing, setTesting] = useState(false);
  if (endpoint === undefined) return null;
  return (
    <DocumentPage
      name={endpoint.name}
      kind="API endpoint"
      onRename={(name) => endpointEdited(endpoint.id, { name }, 'name')}
      subtitle={<DescriptionField endpoint={endpoint} />}
      actions={
        <>
          <Button icon="duplicate" onClick={() => void duplicateWanted(endpoint.id)}>
            Duplicate
          </Button>
          <Button icon="send" aria-expanded={testing} onClick={() => setTesting(!testing)}>
            Send a test request
          </Button>
        </>
      }
    >
      <TemplateContext value={place}>
        <EndpointSecrets endpoint={endpoint} />
        {testing && <TestRequest endpoint={endpoint} />}
        <Rows endpoint={endpoint} revision={open?.revision ?? null} />
      </TemplateContext>
    </DocumentPage>
  );
}

interface RowsProps {
  readonly endpoint: NonNullable<ReturnType<typeof useEndpoint>>;
  readonly revision: string | null;
}

function Rows({ endpoint, revision }: RowsProps) {
  const secrets = useSecretStates(endpoint.id, revision);
  return (
    <div className={styles.columns}>
      <div>
        <BaseUrlRow endpoint={endpoint} />
        <AuthenticationRow endpoint={endpoint} secrets={secrets} />
        <EndpointHeadersRow endpoint={endpoint} secrets={secrets} />
      </div>
      <div>
        <TimeoutsRow endpoint={endpoint} />
        <RetryRow endpoint={endpoint} />
        <RedirectsRow endpoint={endpoint} />
        <CookiesRow endpoint={endpoint} />
        <TlsRow endpoint={endpoint} secrets={secrets} />
        <ProxyRow endpoint={endpoint} secrets={secrets} />
      </div>
    </div>
  );
}
