import { bridge } from '../bridge/bridge.ts';
import { toasts } from './toasts.ts';

/** Lets the person pick a file of certificates; `null` where they changed their mind or the file holds none. */
export async function certificatesPicked(): Promise<string | null> {
  const outcome = await bridge.call['certificate.pick'](null);
  if (outcome.ok) return outcome.value.pem;
  const { code, message } = outcome.failure;
  if (code !== 'cancelled')
    toasts.show({ title: 'No certificate was taken', body: message, icon: 'warning', urgent: true });
  return null;
}
