import { useState } from 'react';
import { noProxyTrouble } from '#shared/request/goes-direct.ts';
import { proxyUrlTrouble } from '#shared/request/proxy-server.ts';
import type { MachineProxy } from '#shared/settings/machine-proxy.ts';
import { settingsChanged } from '../../store/settings-actions.ts';
import { Choice, type ChoiceOption } from '../../ui/field/choice.tsx';
import { useDraft } from '../../ui/field/drafts.ts';
import { Field } from '../../ui/field/field.tsx';
import { TagListField } from '../../ui/field/tag-list-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { ProxyCredentials } from './proxy-credentials.tsx';
import styles from './settings.module.css';

const modes: readonly ChoiceOption<MachineProxy['mode']>[] = [
  { value: 'system', label: 'As the system says' },
  { value: 'none', label: 'None' },
  { value: 'manual', label: 'Manual' },
];

const keptProxy = (proxy: MachineProxy, field: string | null = null): void =>
  void settingsChanged({ proxy }, field);

/** The way of calls whose endpoint leaves it to the system. A manual one holds from the moment its address can be used. */
export function ProxyControl({ proxy }: { readonly proxy: MachineProxy }) {
  const [wantsManual, setWantsManual] = useState(false);
  const isManual = proxy.mode === 'manual' || wantsManual;
  const picked = (mode: MachineProxy['mode']) => {
    setWantsManual(mode === 'manual');
    if (mode !== 'manual') keptProxy({ mode });
  };
  return (
    <div className={styles.lines}>
      <Choice
        className={styles.choice}
        value={isManual ? 'manual' : proxy.mode}
        options={modes}
        onChange={picked}
      />
      {isManual && <Address proxy={proxy} onKept={() => setWantsManual(false)} />}
      {proxy.mode === 'manual' && <ProxyCredentials proxy={proxy} />}
      {proxy.mode === 'manual' && (
        <TagListField
          label="Hosts without the proxy"
          one="Host"
          fieldLabel="Host without the proxy"
          placeholder=".example.com"
          size="host"
          tags={proxy.noProxy}
          troubleWith={(text) => noProxyTrouble(text, proxy.noProxy)}
          onChange={(noProxy, isTyped) => keptProxy({ ...proxy, noProxy }, isTyped ? 'proxy.noProxy' : null)}
          lead="Hosts without the proxy"
        />
      )}
    </div>
  );
}

function Address({ proxy, onKept }: { readonly proxy: MachineProxy; readonly onKept: () => void }) {
  const kept = proxy.mode === 'manual' ? proxy : null;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? kept?.url ?? '';
  const trouble = addressTrouble(shown);
  const handedOver = () => {
    if (typed === null || trouble !== null) return;
    setTyped(null);
    onKept();
    if (typed !== kept?.url) keptProxy({ noProxy: [], ...kept, mode: 'manual', url: typed.trim() });
  };
  useDraft(handedOver);
  return (
    <Field
      label="Proxy address"
      className={styles.address}
      error={typed === null ? undefined : (trouble ?? undefined)}
      hint={kept === null ? 'Calls go as before until there is an address.' : undefined}
    >
      <TextField
        mono
        placeholder="http://127.0.0.1:3128"
        value={shown}
        onChange={setTyped}
        onBlur={handedOver}
        onKeyDown={(event) => event.key === 'Enter' && handedOver()}
      />
    </Field>
  );
}

function addressTrouble(address: string): string | null {
  const trouble = proxyUrlTrouble(address);
  if (trouble !== null && /^[^/]*\/\/[^/]*@/.test(address.trim()))
    return 'Leave user name and password out and enter them below, where the password is encrypted.';
  return trouble;
}
