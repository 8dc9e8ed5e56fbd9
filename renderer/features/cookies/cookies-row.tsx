import type { EnvironmentId } from '#shared/ids/ids.ts';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { CookieJarView } from './cookie-jar-view.tsx';

/** The jar of an environment as a part of its form. */
export function CookiesRow({ environmentId }: { readonly environmentId: string }) {
  return (
    <FormRow title="Cookies" hint="Set by servers; their values are never shown">
      <CookieJarView owner={environmentId as EnvironmentId} />
    </FormRow>
  );
}
