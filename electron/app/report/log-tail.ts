import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** As much of the log as a report holds. */
const mostLines = 500;
const mostCharacters = 200_000;

/** The last lines of the log in a folder, the newest at the end, over the files that were set aside. */
export async function logTail(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  // `main.1.log` is older than `main.log`, and `main.2.log` is older still.
  const files = names
    .filter((name) => /^main(?:\.\d+)?\.log$/.test(name))
    .sort((a, b) => ageOf(b) - ageOf(a));
  const texts = await Promise.all(
    files.map((name) => readFile(path.join(folder, name), 'utf8').catch(() => '')),
  );
  const lines = texts.join('').trimEnd().split('\n').slice(-mostLines);
  return lines.join('\n').slice(-mostCharacters);
}

function ageOf(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}
