import { useState } from 'react';
import type { MachineProxy } from '#shared/settings/machine-proxy.ts';
import {
  proxyPasswordConfirmed,
  proxyPasswordEntered,
  proxyPasswordForgotten,
  useProxyPassword,
} from '../../store/proxy-password.ts';
import { settingsChanged } from '../../store/settings-actions.ts';
import { Button } from '../../ui/button/button.tsx';
import { useDraft } from '../../ui/field/drafts.ts';
import { Field } from '../../ui/field/field.tsx';
import { SecretField } from '../../ui/field/secret-field.tsx';
import { Switch } from '../../ui/field/switch.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { Note } from '../../ui/status/note.tsx';
import styles from './settings.module.css';

interface ProxyCredentialsProps {
  readonly proxy: Extract<MachineProxy, { mode: 'manual' }>;
}

/** What the proxy of the settings asks for: a user name in plain sight, and a password that only goes in. */
export function ProxyCredentials({ proxy }: ProxyCredentialsProps) {
  const { userName, ...without } = proxy;
  const asks = userName !== undefined;
  return (
    <>
      <Switch
        checked={asks}
        onChange={(on) => void settingsChanged({ proxy: on ? { ...proxy, userName: '' } : without })}
      >
        It asks for a user name and password
      </Switch>
      {asks && <UserName proxy={proxy} userName={userName} />}
      {asks && <Password address={proxy.url} />}
    </>
  );
}

function UserName({ proxy, userName }: ProxyCredentialsProps & { readonly userName: string }) {
  const [typed, setTyped] = useState<string | null>(null);
  const hasColon = typed?.includes(':') === true;
  const handedOver = () => {
    if (typed === null || hasColon) return;
    setTyped(null);
    if (typed !== userName) void settingsChanged({ proxy: { ...proxy, userName: typed } });
  };
  useDraft(handedOver);
  return (
    <Field
      label="Proxy user name"
      className={styles.address}
      error={hasColon && 'A colon cannot be sent in a user name: take it out.'}
    >
      <TextField
        value={typed ?? userName}
        onChange={setTyped}
        onBlur={handedOver}
        onKeyDown={(event) => event.key === 'Enter' && handedOver()}
      />
    </Field>
  );
}

function Password({ address }: { readonly address: string }) {
  const known = useProxyPassword(address);
  const [forgetting, setForgetting] = useState(false);
  const isSet = known !== null && known.state !== 'missing';
  return (
    <>
      <Field label="Proxy password" className={styles.address}>
        <SecretField
          placeholder="Enter the password of the proxy"
          setAt={isSet ? known.setAt : null}
          warning={known?.state === 'unreadable' ? 'cannot be read any more: enter it again' : undefined}
          onSubmit={(value) => proxyPasswordEntered(address, value)}
          onForget={() => setForgetting(true)}
        />
      </Field>
      {known?.state === 'other-origin' && (
        <Note
          tone="warning"
          title="The address has changed since this was entered"
          actions={
            <Button size="s" onClick={() => void proxyPasswordConfirmed(address)}>
              Use it here too
            </Button>
          }
        >
          The password was entered for {known.enteredFor ?? 'another address'}. Until you confirm it, the
          proxy does not get it.
        </Note>
      )}
      <ConfirmDialog
        open={forgetting}
        title="Forget the password of the proxy?"
        safeLabel="Keep"
        confirmLabel="Forget password"
        onCancel={() => setForgetting(false)}
        onConfirm={() => {
          setForgetting(false);
          void proxyPasswordForgotten();
        }}
      >
        It cannot be brought back. A proxy that asks for it refuses calls until a new one is set.
      </ConfirmDialog>
    </>
  );
}
