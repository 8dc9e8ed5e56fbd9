import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { ManualProxy, Proxy } from '#shared/endpoint/proxy.ts';
import { noProxyTrouble } from '#shared/request/goes-direct.ts';
import { proxyUrlTrouble } from '#shared/request/proxy-server.ts';
import { proxySecretSlot } from '#shared/secret/secret-slots.ts';
import type { SecretState } from '#shared/secret/secret-state.ts';
import { newId } from '../../store/new-id.ts';
import { useVault } from '../../store/vault-store.ts';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { TagListField } from '../../ui/field/tag-list-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FormRow } from '../../ui/layout/form-row.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { CredentialField } from './credential-field.tsx';
import { endpointEdited } from './edit-endpoint.ts';
import { keeperHints } from './keeper-hints.ts';
import styles from './endpoint-editor.module.css';

const proxyOptions: readonly ChoiceOption<Proxy['mode']>[] = [
  { value: 'none', label: 'None' },
  { value: 'system', label: 'System' },
  { value: 'manual', label: 'Manual' },
];

const modeHints: Readonly<Record<Proxy['mode'], string>> = {
  none: 'Calls go straight to the API',
  system: 'Calls go the way that the system says',
  manual: 'Calls go through this one',
};

interface ProxyRowProps {
  readonly endpoint: Endpoint;
  readonly secrets: readonly SecretState[];
}

/** Which way calls take to the API. */
export function ProxyRow({ endpoint, secrets }: ProxyRowProps) {
  const { proxy } = endpoint;
  const keeper = useVault((state) => state.status.keeper);
  const hint = proxySecretSlot(proxy) === null ? modeHints[proxy.mode] : keeperHints[keeper];
  return (
    <FormRow title="Proxy" hint={hint}>
      <Choice
        label="Proxy"
        className={styles.choice}
        value={proxy.mode}
        options={proxyOptions}
        onChange={(mode) => endpointEdited(endpoint.id, { proxy: proxyOfMode(mode) })}
      />
      {proxy.mode === 'manual' && <ManualFields endpoint={endpoint} secrets={secrets} proxy={proxy} />}
    </FormRow>
  );
}

/** Fresh settings of a mode. */
export function proxyOfMode(mode: Proxy['mode']): Proxy {
  return mode === 'manual' ? { mode, url: '', noProxy: [] } : { mode };
}

function ManualFields({ endpoint, proxy, secrets }: ProxyRowProps & { readonly proxy: ManualProxy }) {
  const edited = (change: Partial<ManualProxy>, field: string | null = null) =>
    endpointEdited(endpoint.id, { proxy: { ...proxy, ...change } }, field);
  const asks = proxy.userName !== undefined || proxy.password !== undefined;
  return (
    <>
      <Field label="Proxy address" error={proxyUrlTrouble(proxy.url) ?? undefined}>
        <TextField
          mono
          placeholder="http://127.0.0.1:3128"
          value={proxy.url}
          onChange={(url) => edited({ url }, 'proxy.url')}
        />
      </Field>
      <Switch
        checked={asks}
        onChange={(on) =>
          endpointEdited(endpoint.id, { proxy: on ? withCredentials(proxy) : withoutCredentials(proxy) })
        }
      >
        It asks for a user name and password
      </Switch>
      {asks && (
        <>
          <Field label="Proxy user name">
            <TemplateField
              field="text"
              value={proxy.userName?.template ?? ''}
              onChange={(template) => edited({ userName: { template } }, 'proxy.userName')}
            />
          </Field>
          <CredentialField
            endpoint={endpoint}
            secrets={secrets}
            label="Proxy password"
            placeholder="Enter the password of the proxy"
            credential={proxy.password ?? { template: '' }}
            onChange={(password, field) => edited({ password }, field)}
          />
        </>
      )}
      <DirectHosts
        proxy={proxy}
        onChange={(noProxy, isTyped) => edited({ noProxy }, isTyped ? 'proxy.noProxy' : null)}
      />
    </>
  );
}

function withCredentials(proxy: ManualProxy): ManualProxy {
  return { ...proxy, userName: { template: '' }, password: { secret: newId('sl') } };
}

function withoutCredentials({ mode, noProxy, url }: ManualProxy): ManualProxy {
  return { mode, url, noProxy };
}

interface DirectHostsProps {
  readonly proxy: ManualProxy;
  readonly onChange: (hosts: string[], isTyped: boolean) => void;
}

/** The hosts that go past the proxy. This machine goes past it unless a switch says otherwise. */
function DirectHosts({ onChange, proxy }: DirectHostsProps) {
  const { noProxy } = proxy;
  const withLoopback = noProxy.includes(loopbackToo);
  return (
    <>
      <TagListField
        label="Hosts without the proxy"
        one="Host"
        fieldLabel="Host without the proxy"
        placeholder=".example.com"
        size="host"
        tags={noProxy.filter((entry) => entry !== loopbackToo)}
        troubleWith={(text) => noProxyTrouble(text, noProxy)}
        onChange={(hosts, isTyped) => onChange(withLoopback ? [...hosts, loopbackToo] : hosts, isTyped)}
        lead={<span className={styles.inlineLabel}>Hosts without the proxy</span>}
      />
      <Switch
        checked={withLoopback}
        onChange={(on) =>
          onChange(on ? [...noProxy, loopbackToo] : noProxy.filter((entry) => entry !== loopbackToo), false)
        }
      >
        Use the proxy for this machine too
      </Switch>
    </>
  );
}

/** The entry that sends what stays on this machine through the proxy as well (`goesDirect`). */
const loopbackToo = '<-loopback>';
