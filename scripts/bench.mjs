// `npm run bench [-- NAME …]`: measures, prints a table with the target beside each figure, and judges nothing.
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildPart } from './steps/build-parts.mjs';
import { benchTable } from './steps/bench-table.mjs';
import { bundleBench } from './steps/bundle-bench.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { inProject, runScript, say, Stop } from './steps/project.mjs';

const folder = inProject('test', 'bench');

await runScript(async () => {
  await installDependencies();
  const files = (await readdir(folder)).filter((name) => /\.bench\.(mjs|ts)$/.test(name)).sort();
  const known = files.map((name) => name.replace(/\.bench\.(mjs|ts)$/, ''));
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Stop(`There is no bench called ${unknown.join(', ')}. Choose from: ${known.join(', ')}.`);
  }
  await buildPart('application');
  await buildPart('command-line');
  for (const [index, name] of known.entries()) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    say(`measuring ${name}`);
    const bundled = await bundleBench(`${folder}/${files[index]}`, name);
    const { run } = await import(pathToFileURL(bundled).href);
    process.stdout.write(`\n${name}\n${benchTable(await run())}\n`);
  }
});
