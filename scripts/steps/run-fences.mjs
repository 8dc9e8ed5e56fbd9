// Proves that the fences stand: puts files that break a rule where the rule applies, and demands that it objects.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { demandedRules } from './demanded-rules.mjs';
import { inProject } from './project.mjs';
import { runProgram } from './run-program.mjs';
import { withoutExcuses } from './step-result.mjs';

const fixtures = inProject('test', 'fixtures', 'fences');
const layers = ['shared', 'electron', 'renderer', 'test'];
const configuration = [
  'package.json',
  'eslint.config.js',
  'tsconfig.base.json',
  'tsconfig.json',
  '.prettierrc.json',
];
/** What a fixture says that has to be left in peace, for a fence that objects to everything proves nothing. */
const nothing = 'nothing';

/**
 * The rules that a fixture says it breaks, as `tool/rule`, from its first line: `// Breaks: imports/no-cycles`.
 *
 * @param {string} source
 * @returns {readonly string[]}
 */
export function rulesBroken(source) {
  const list = /^\/\/ Breaks: (.+)$/m.exec(source.split('\n', 1)[0] ?? '')?.[1];
  return list === undefined ? [] : list.split(',').map((rule) => rule.trim());
}

/**
 * Runs the tools over a copy of the project's configuration that holds nothing but the fixtures.
 *
 * @returns {Promise<import('./step-result.mjs').StepResult>}
 */
export async function runFences() {
  const started = performance.now();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-fences-'));
  try {
    await layOut(folder);
    const { expected, clean } = await expectations(folder);
    const tools = [lintFindings, importFindings, typeFindings, formatFindings];
    const found = new Set((await Promise.all(tools.map((tool) => tool(folder)))).flat());
    const blamed = clean.flatMap((file) => [...found].filter((line) => line.endsWith(` in ${file}`)));
    const failures = [
      ...expected.filter((line) => !found.has(line)).map((line) => `not noticed: ${line}`),
      ...blamed.map((line) => `objected to for nothing: ${line}`),
      ...(await rulesWithoutFixture(expected)).map((rule) => `no fixture breaks: ${rule}`),
    ];
    const passed = expected.filter((line) => found.has(line)).length + clean.length - blamed.length;
    const sums = { passed, failed: failures.length, failures };
    return {
      name: 'fences',
      ...withoutExcuses(sums, 0),
      output: failures.join('\n'),
      durationMs: performance.now() - started,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function layOut(folder) {
  for (const name of configuration) await cp(inProject(name), path.join(folder, name));
  for (const layer of layers) {
    await mkdir(path.join(folder, layer), { recursive: true });
    await cp(inProject(layer, 'tsconfig.json'), path.join(folder, layer, 'tsconfig.json'));
  }
  await cp(fixtures, folder, { recursive: true });
  await writeFile(
    path.join(folder, '.dependency-cruiser.cjs'),
    `const rules = require(${JSON.stringify(inProject('.dependency-cruiser.cjs'))});
    module.exports = { ...rules, options: { ...rules.options, preserveSymlinks: true } };`,
  );
  // Links one by one, not one link to the whole: TypeScript keeps its build state in node_modules/.cache.
  const modules = path.join(folder, 'node_modules');
  await mkdir(modules);
  for (const name of await readdir(inProject('node_modules'))) {
    if (!name.startsWith('.'))
      await symlink(inProject('node_modules', name), path.join(modules, name), 'junction');
  }
}

/**
 * Lines such as `imports/no-cycles in shared/one.ts`, and the files in which nothing may be found.
 *
 * @param {string} folder
 */
async function expectations(folder) {
  /** @type {string[]} */
  const expected = [];
  /** @type {string[]} */
  const clean = [];
  for (const name of await readdir(fixtures, { recursive: true })) {
    if (!/\.tsx?$/.test(name)) continue;
    const source = await readFile(path.join(folder, name), 'utf8');
    const file = name.split(path.sep).join('/');
    for (const rule of rulesBroken(source)) {
      if (rule === nothing) clean.push(file);
      else expected.push(`${rule} in ${file}`);
    }
  }
  return { expected: expected.sort(), clean };
}

/** @param {readonly string[]} expected */
async function rulesWithoutFixture(expected) {
  const broken = expected.map((line) => /** @type {[string, string]} */ (line.split(' in ')));
  const demanded = await demandedRules();
  return demanded
    .filter(({ rule, where }) => !broken.some(([each, file]) => each === rule && where.test(file)))
    .map(({ rule, place }) => `${rule} in ${place}`);
}

/** @param {string} folder @param {string} script @param {readonly string[]} args */
const runTool = (folder, script, ...args) =>
  runProgram(process.execPath, [inProject('node_modules', script), ...args], {
    cwd: folder,
    output: 'capture',
  });

/** @param {string} folder */
async function lintFindings(folder) {
  const { output } = await runTool(folder, 'eslint/bin/eslint.js', ...layers, '--format', 'json');
  /** @type {{ filePath: string, messages: { ruleId: string | null }[] }[]} */
  const files = JSON.parse(output.slice(output.indexOf('[')));
  return files.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId }) => `lint/${ruleId} in ${path.relative(folder, filePath).split(path.sep).join('/')}`,
    ),
  );
}

/** @param {string} folder */
async function importFindings(folder) {
  const cruiser = 'dependency-cruiser/bin/dependency-cruise.mjs';
  const { output } = await runTool(
    folder,
    cruiser,
    ...layers,
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  );
  /** @type {{ summary: { violations: { from: string, rule: { name: string } }[] } }} */
  const report = JSON.parse(output.slice(output.indexOf('{')));
  return report.summary.violations.map(({ from, rule }) => `imports/${rule.name} in ${from}`);
}

/** @param {string} folder */
async function typeFindings(folder) {
  const { output } = await runTool(folder, 'typescript/bin/tsc', '-b');
  return [...output.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+):/gm)].map(
    ([, file, code]) => `types/${code} in ${file}`,
  );
}

/** @param {string} folder */
async function formatFindings(folder) {
  const { output } = await runTool(folder, 'prettier/bin/prettier.cjs', '--list-different', ...layers);
  return output
    .split('\n')
    .filter((line) => /^\S+\.tsx?$/.test(line))
    .map((file) => `format/prettier in ${file}`);
}
