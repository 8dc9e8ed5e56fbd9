import { z } from 'zod';
import { secretStateSchema, vaultFailureSchema } from '../../secret/secret-state.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';

/** Where the page says that the password will go: `proxyOrigin` of the address that it shows. */
const shown = { origin: z.string() };
const state = outcomeSchema(secretStateSchema, vaultFailureSchema);

/** The password of the proxy of the settings: it belongs to this computer and to no workspace, goes in and never comes out. */
export const proxyChannels = {
  'proxy.state': channel(nothing, state),
  /** Sets or replaces it, bound to the address of the settings; refused where that is not what the person is shown. */
  'proxy.set-password': channel(z.strictObject({ ...shown, value: z.string().min(1).max(100_000) }), state),
  'proxy.forget-password': channel(nothing, state),
  /** Binds the password, entered for another proxy, to the present one, with the same refusal. */
  'proxy.confirm-password': channel(z.strictObject(shown), state),
};
