import { z } from 'zod';
import { longestPassphrase } from '../../secret/passphrase.ts';
import { vaultFailureSchema, vaultStatusSchema } from '../../secret/secret-state.ts';
import { channel, nothing, outcomeSchema } from '../channel.ts';

const words = z.string().min(1).max(longestPassphrase);
const answer = outcomeSchema(vaultStatusSchema, vaultFailureSchema);

/** A passphrase goes in and never comes out. What answers is who keeps secrets now, or why nothing was changed. */
export const passphraseChannels = {
  /** Puts secrets under a passphrase from now on, and those of this session with them. */
  'vault.choose-passphrase': channel(z.strictObject({ passphrase: words }), answer),
  /** The answer to a wrong one takes its time, and more each time. */
  'vault.unlock': channel(z.strictObject({ passphrase: words }), answer),
  'vault.lock': channel(nothing, answer),
  'vault.change-passphrase': channel(z.strictObject({ passphrase: words, next: words }), answer),
  /** How much is under the passphrase, on the whole computer. */
  'vault.count-protected': channel(
    nothing,
    z.strictObject({ secrets: z.number().int(), workspaces: z.number().int() }),
  ),
  /** Removes all of that, and the passphrase. */
  'vault.forget-passphrase': channel(nothing, answer),
  /** Gives all of it over to the key store of the system, where that can be used now. */
  'vault.use-key-store': channel(nothing, answer),
};
