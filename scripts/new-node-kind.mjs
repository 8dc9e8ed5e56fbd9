// `node scripts/new-node-kind.mjs NAME`: writes the skeleton of a new kind of node into every layer, ready to be filled in.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { kindWords } from './steps/kind-words.mjs';
import { kindFiles } from './steps/kind-files.mjs';
import { kindPlaces, withPlace } from './steps/kind-places.mjs';
import { inProject, runScript, say, Stop } from './steps/project.mjs';

await runScript(async () => {
  const words = kindWords(process.argv[2] ?? '');
  const files = kindFiles(words);
  const taken = Object.keys(files).find((file) => existsSync(inProject(file)));
  if (taken !== undefined) throw new Stop(`There is a file ${taken} already.`);

  // All places before any is written: half a kind would be worse than none.
  /** @type {Map<string, string>} */
  const changed = new Map();
  for (const place of kindPlaces(words)) {
    const before = changed.get(place.file) ?? (await readFile(inProject(place.file), 'utf8'));
    changed.set(place.file, withPlace(before, place));
  }
  for (const [file, text] of [...changed, ...Object.entries(files)]) {
    await mkdir(path.dirname(inProject(file)), { recursive: true });
    await writeFile(inProject(file), text);
  }

  for (const file of Object.keys(files)) say(`wrote ${file}`);
  say(`and told ${String(changed.size)} files of it.`);
  say(`Its tests fail until it is filled in: npx vitest run --project unit ${words.kind}`);
});
