import type { Endpoint, RedirectPolicy } from '#shared/endpoint/endpoint.ts';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { Note } from '../../ui/status/note.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import styles from './endpoint-editor.module.css';

const policyOptions: readonly ChoiceOption<RedirectPolicy['policy']>[] = [
  { value: 'follow', label: 'Follow' },
  { value: 'same-origin', label: 'Same origin' },
  { value: 'never', label: 'Never' },
];

const policyHints: Readonly<Record<RedirectPolicy['policy'], string>> = {
  follow: 'Credentials stay at the first origin',
  'same-origin': 'Others end the call',
  never: 'A redirect is the response',
};

/** Which redirects calls follow, and how many. */
export function RedirectsRow({ endpoint }: { readonly endpoint: Endpoint }) {
  const { redirects } = endpoint;
  const { allowPlainHttp, limit, policy } = redirects;
  const edited = (change: Partial<RedirectPolicy>, field: string | null = null) =>
    endpointEdited(endpoint.id, { redirects: { ...redirects, ...change } }, field);
  return (
    <FormRow title="Redirects" hint={policyHints[policy]}>
      <div className={styles.inline}>
        <Choice
          label="Redirects"
          value={policy}
          options={policyOptions}
          onChange={(next) => edited({ policy: next })}
        />
        {policy !== 'never' && (
          <label className={styles.inlineField}>
            <span className={styles.inlineLabel}>At most</span>
            <NumberField
              label="Redirects at most"
              className={styles.narrow}
              min={0}
              max={50}
              value={limit}
              onChange={(next) => next !== null && edited({ limit: Math.round(next) }, 'redirects limit')}
            />
          </label>
        )}
      </div>
      {/* Another scheme is another origin, so only where those are followed there is something to allow. */}
      {policy === 'follow' && (
        <Switch checked={allowPlainHttp} onChange={(on) => edited({ allowPlainHttp: on })}>
          Allow redirects from https to plain http
        </Switch>
      )}
      {policy === 'follow' && allowPlainHttp && (
        <Note tone="warning" title="Requests may go on unencrypted">
          Credentials stay behind; everybody on the way can read the rest.
        </Note>
      )}
    </FormRow>
  );
}
