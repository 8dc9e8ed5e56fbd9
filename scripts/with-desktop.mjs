// Runs one command on a test desktop, such as `node scripts/with-desktop.mjs npx playwright test story`.
import { startTestDesktop } from './steps/test-desktop.mjs';
import { runScript, Stop } from './steps/project.mjs';
import { runProgram } from './steps/run-program.mjs';

await runScript(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Stop('Say which command to run on the desktop.');
  const desktop = await startTestDesktop();
  try {
    return (await runProgram(command, args, { env: desktop.env, cwd: process.cwd() })).code;
  } finally {
    await desktop.end();
  }
});
