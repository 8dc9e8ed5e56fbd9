// Run in a process of its own with a limit on the size of files: stores one body and prints what came of it.
import { BodyStore } from '#electron/executor/body-store.ts';

const [folder = '', sizeBytes = ''] = process.argv.slice(3);

const store = new BodyStore(() => Promise.resolve(folder));
const outcome = await Promise.resolve(store.add(Buffer.alloc(Number(sizeBytes), 'x')))
  .then(() => store.finish())
  .catch((error: unknown) => (error as NodeJS.ErrnoException).code);
if (typeof outcome === 'string') await store.discard();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
