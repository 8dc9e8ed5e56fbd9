import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { cookiesShown } from '../../store/cookies-store.ts';
import { environmentId } from '../../store/run-surroundings.ts';
import { Button } from '../../ui/button/button.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import styles from './endpoint-editor.module.css';

/** Whether calls keep cookies, and the way to those of the active environment. */
export function CookiesRow({ endpoint }: { readonly endpoint: Endpoint }) {
  const { cookies } = endpoint;
  return (
    <FormRow title="Cookies" hint={cookies ? 'One jar for each environment' : 'What servers set is not kept'}>
      <div className={styles.inline}>
        <Switch checked={cookies} onChange={(on) => endpointEdited(endpoint.id, { cookies: on })}>
          Keep cookies and send them again
        </Switch>
        {cookies && (
          <>
            <span className={styles.grow} />
            <Button look="quiet" onClick={() => cookiesShown(environmentId())}>
              Show cookies
            </Button>
          </>
        )}
      </div>
    </FormRow>
  );
}
