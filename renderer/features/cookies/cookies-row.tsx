import type { EnvironmentId } from '#shared/ids/ids.ts';
import { useEnvironment } from '../../store/use-documents.ts';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { CookieJarView } from './cookie-jar-view.tsx';
import { ownerName } from './owner-name.ts';

/** The jar of an environment as a part of its form. */
export function CookiesRow({ environmentId }: { readonly environmentId: string }) {
  const environment = useEnvironment(environmentId);
  if (environment === undefined) return null;
  return (
    <FormRow title="Cookies" hint="Set by servers; their values are never shown">
      <CookieJarView owner={environmentId as EnvironmentId} ownerName={ownerName(environment.name)} />
    </FormRow>
  );
}
