// `npm run test:e2e -- ARGUMENTS`: builds, then runs Playwright with these arguments on a test desktop.
import { buildPart } from './steps/build-parts.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { inProject, runScript } from './steps/project.mjs';
import { runProgram } from './steps/run-program.mjs';
import { startTestDesktop } from './steps/test-desktop.mjs';

await runScript(async () => {
  await installDependencies();
  await buildPart('application');
  const desktop = await startTestDesktop();
  try {
    const playwright = inProject('node_modules', '@playwright', 'test', 'cli.js');
    const args = [playwright, 'test', ...process.argv.slice(2)];
    return (await runProgram(process.execPath, args, { env: desktop.env })).code;
  } finally {
    await desktop.end();
  }
});
