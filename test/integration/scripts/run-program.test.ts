// A test run that leaves a server or a display behind spoils the next one: every end must reach every descendant.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endProgram, runProgram, startProgram } from '../../../scripts/steps/run-program.mjs';

/** A shell that starts a child that ignores gentle requests, tells its process id, and waits for it. */
const stubbornFamily = `trap '' TERM; sh -c 'trap "" TERM; while :; do sleep 1; done' & echo $!; wait`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function untilGone(pid: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  // A killed process stays visible until its new parent has asked for its exit code.
  while (isAlive(pid) && performance.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
  expect(isAlive(pid)).toBe(false);
}

describe.runIf(process.platform !== 'win32')('a program that a script started', () => {
  it('gives its exit code and what it printed', async () => {
    const script = 'process.stdout.write("out"); process.stderr.write("err"); process.exit(3)';
    const { code, output } = await runProgram(process.execPath, ['-e', script], { output: 'capture' });
    expect(code).toBe(3);
    expect(['outerr', 'errout']).toContain(output);
  });

  it('counts as failed when a signal ends it, and as 127 when there is no such program', async () => {
    expect((await runProgram('sh', ['-c', 'kill -9 $$'], { output: 'capture' })).code).toBe(1);
    expect((await runProgram('/nonexistent/program', [], { output: 'capture' })).code).toBe(127);
  });

  it('reads the text it is given, and no terminal', async () => {
    expect((await runProgram('cat', [], { input: 'hello', output: 'capture' })).output).toBe('hello');
    expect((await runProgram('cat', [], { output: 'capture' })).output).toBe('');
  });

  it('is ended after its time limit', async () => {
    const { code, output } = await runProgram('sh', ['-c', 'while :; do sleep 1; done'], {
      output: 'capture',
      timeLimitMs: 200,
    });
    expect(code).toBe(1);
    expect(output).toContain('ended after 200 ms');
  });

  it('is ended together with its children, even stubborn ones', async () => {
    const family = startProgram('sh', ['-c', stubbornFamily], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(family.stdout!, 'data')) as [Buffer];
    const child = Number(line.toString());
    expect(isAlive(child)).toBe(true);
    await endProgram(family);
    await untilGone(child);
  });

  it('does not outlive a script that is interrupted', async () => {
    const runner = new URL('../../../scripts/steps/run-program.mjs', import.meta.url).href;
    const script = `import { runProgram } from ${JSON.stringify(runner)};
      await runProgram('sh', ['-c', ${JSON.stringify(stubbornFamily)}]);`;
    const node = startProgram(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(node.stdout!, 'data')) as [Buffer];
    const grandchild = Number(line.toString());
    const closed = once(node, 'close');
    node.kill('SIGINT');
    expect((await closed)[0]).toBe(130);
    await untilGone(grandchild);
  });

  it('comes to its own end first where cutting it off would break something', async () => {
    const runner = new URL('../../../scripts/steps/run-program.mjs', import.meta.url).href;
    // The child is what dpkg is below apt-get: it is not to be told, and has to finish.
    const careful = `
      sh -c 'trap "echo cut off" TERM INT HUP; read line </dev/null; sleep 0.5; echo child ended' &
      trap 'wait; echo tidied up; exit 0' INT; echo ready; wait; wait`;
    const script = `import { runProgram } from ${JSON.stringify(runner)};
      await runProgram('sh', ['-c', ${JSON.stringify(careful)}], { untouchable: true });`;
    const node = startProgram(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    const ready = new Promise<void>((resolve) => {
      node.stdout!.on('data', (text: Buffer) => {
        output += text.toString();
        if (output.includes('ready')) resolve();
      });
    });
    await ready;
    const closed = once(node, 'close');
    node.kill('SIGINT');
    expect((await closed)[0]).toBe(130);
    expect(output.trim().split('\n')).toEqual(['ready', 'child ended', 'tidied up']);
  });
});
