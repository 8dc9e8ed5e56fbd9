// Run in a process of its own that gets killed: puts a vault under one passphrase and another in turn, again and again.
import { openPassphraseVault, otherPassphrase, passphrase } from './open-passphrase-vault.ts';

const [userData = ''] = process.argv.slice(3);
const { vault } = openPassphraseVault(userData);
for (let [from, to] = [passphrase, otherPassphrase]; ; [from, to] = [to, from]) {
  // Whichever of the two the last process left.
  const changed = await vault.passphrase.change(from, to);
  if (changed.ok) process.stdout.write('changed\n');
}
