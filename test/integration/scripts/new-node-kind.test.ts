// The skeleton of a new kind of node, written into a copy of the project: it compiles, and its tests wait to be filled in.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const minutes = 60_000;
let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(path.join(os.tmpdir(), 'flowbench-kind-'));
  const { stdout } = await promisify(execFile)(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const parts = new Set(
    stdout.split('\0').flatMap((file) => (file === '' ? [] : [file.split('/')[0] ?? ''])),
  );
  for (const part of parts) await cp(path.join(root, part), path.join(copy, part), { recursive: true });
  await modulesLinked();
}, 2 * minutes);
afterAll(() => rm(copy, { recursive: true, force: true }));

/** Those of the project, one by one: tools keep what they find out in a folder among them, which is not to be mixed up. */
async function modulesLinked(): Promise<void> {
  const modules = path.join(root, 'node_modules');
  await mkdir(path.join(copy, 'node_modules'));
  for (const name of await readdir(modules))
    if (name !== '.cache') await symlink(path.join(modules, name), path.join(copy, 'node_modules', name));
}

/** Runs a program of the copy; gives its exit code and what it said. */
async function inCopy(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...args], { cwd: copy });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

const textOf = (file: string) => readFile(path.join(copy, file), 'utf8');
describe('a new kind of node', () => {
  test('is refused under a name that is none, or that is taken, and nothing is written', async () => {
    const before = await textOf('shared/nodes/node.ts');
    expect((await inCopy('scripts/new-node-kind.mjs')).said).toContain('Say what the kind is called');
    expect((await inCopy('scripts/new-node-kind.mjs', 'Say It')).code).toBe(1);
    expect((await inCopy('scripts/new-node-kind.mjs', 'wait')).said).toContain(
      'There is a file shared/nodes/wait-node.ts already.',
    );
    expect(await textOf('shared/nodes/node.ts')).toBe(before);
  });

  test(
    'compiles in every layer as it was written, and its tests fail',
    async () => {
      expect(await inCopy('scripts/new-node-kind.mjs', 'say-aloud')).toMatchObject({ code: 0 });
      expect(await textOf('shared/nodes/node.ts')).toContain("'say-aloud': 'Say Aloud',\n  wait: 'Wait',");
      expect(await mistakes()).toEqual([]);
      const { failed, passed } = await testsOf('Say Aloud|say-aloud|is written');
      expect(failed).toContain('a Say Aloud does its work and goes on');
      expect(failed).toContain('say-aloud-invalid tells about its story and about nothing else');
      expect(failed).toContain('docs/guides/say-aloud.md is written');
      // What the skeleton can do already it does.
      expect(passed).toContain('a Say Aloud ends the run as failed where its template cannot be read');
    },
    4 * minutes,
  );
});

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The tests of the skeleton by how they end. */
async function testsOf(names: string) {
  const files = ['say-aloud', 'test/unit/shared/lint/lint-rules.test.ts'];
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const ran = await inCopy(vitest, 'run', '--project', 'unit', '--reporter', 'json', ...files, '-t', names);
  const report = JSON.parse(ran.said.slice(ran.said.indexOf('{"num'))) as Report;
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const ended = (status: string) =>
    results.filter((each) => each.status === status).map(({ fullName }) => fullName.trim());
  return { failed: ended('failed'), passed: ended('passed') };
}

/**
 * What the compiler objects to in the files that know about nodes. A build of everything would tell the same after a minute
 * and more: what else there is cannot see that there is another kind.
 */
async function mistakes(): Promise<readonly string[]> {
  const layers = ['shared', 'electron', 'renderer', 'test/stories', 'test/unit/shared/interpreter/steps'];
  const files = await Promise.all(layers.map((layer) => sourcesIn(path.join(copy, layer))));
  const about: string[] = [];
  for (const file of files.flat())
    if (
      file.endsWith('.d.ts') ||
      /NodeKind|FlowNode|NodeOf|-node\.ts|say-?aloud/i.test(await readFile(file, 'utf8'))
    )
      about.push(file);
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(copy, 'test/tsconfig.json'),
    { noEmit: true, composite: false, incremental: false, types: ['node', 'vite/client'] },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  const compiler = ts.createProgram(about, config?.options ?? {});
  return about
    .map((file) => compiler.getSourceFile(file))
    .flatMap((file) => [...compiler.getSyntacticDiagnostics(file), ...compiler.getSemanticDiagnostics(file)])
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(folder, name));
}

function placeOf(failing: string): string {
  if (failing.startsWith('a ')) return 'shared/interpreter/steps/say-aloud.test.ts';
  return failing.startsWith('docs') ? 'docs/say-aloud-guide.test.ts' : 'shared/lint/lint-rules.test.ts';
}
