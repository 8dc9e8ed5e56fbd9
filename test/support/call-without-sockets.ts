// Run in a process of its own that may open few files: makes a call when none is left, and prints what came of it.
import { closeSync, openSync } from 'node:fs';
import { createAgents } from '#electron/executor/agents.ts';
import { createExecutor } from '#electron/executor/execute-call.ts';
import { policyWith } from './executor-fixture.ts';

const [url = ''] = process.argv.slice(3);
const agents = createAgents();
const executor = createExecutor({
  agents,
  resolveFile: (file) => file,
  bodyFolder: () => Promise.reject(new Error('No body is expected.')),
});
const call = () =>
  executor.execute({ method: 'GET', url, headers: [], body: { type: 'none' } }, policyWith(), {
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });

// What is loaded at the first call is loaded now.
const before = await call();
agents.closeIdle(0);
const open: number[] = [];
try {
  for (;;) open.push(openSync('/dev/null', 'r'));
} catch {
  // Nothing is left.
}
const during = await call();
for (const each of open) closeSync(each);
const after = await call();
agents.close();
const shown = [before, during, after].map(({ variable }) => ({
  status: variable.status,
  code: variable.error_detail?.code ?? null,
  error: variable.error ?? null,
}));
process.stdout.write(`${JSON.stringify(shown)}\n`);
