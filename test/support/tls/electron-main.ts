// The main process of an Electron that makes the calls of a table and writes what they came to: <calls.json> <facts.json>.
import { readFile, writeFile } from 'node:fs/promises';
import { app } from 'electron';
import { factsOfCalls, type TlsCall, type TlsCallFacts } from './tls-calls.ts';

/** What another process reads: the facts of each list of calls, and the library that spoke TLS. */
export interface ElectronFacts {
  readonly facts: readonly (readonly TlsCallFacts[])[];
  readonly openssl: string;
}

async function answered(callsFile: string, factsFile: string): Promise<void> {
  const runs = JSON.parse(await readFile(callsFile, 'utf8')) as readonly (readonly TlsCall[])[];
  const facts: (readonly TlsCallFacts[])[] = [];
  for (const calls of runs) facts.push(await factsOfCalls(calls));
  const told: ElectronFacts = { facts, openssl: process.versions.openssl };
  await writeFile(factsFile, JSON.stringify(told));
}

const [callsFile = '', factsFile = ''] = process.argv.slice(-2);
void app
  .whenReady()
  .then(() => answered(callsFile, factsFile))
  .then(
    () => app.exit(0),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      app.exit(1);
    },
  );
