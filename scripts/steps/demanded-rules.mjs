// Lists every rule that this project sets, so that each can be asked for the fixture that proves it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';

/**
 * @typedef {object} DemandedRule
 * @property {string} rule as a fixture names it, such as `lint/eqeqeq`
 * @property {RegExp} where a file to which the rule applies as it is set here
 * @property {string} place the same for people
 */

/** The two rules of React's preset that this project leans on; the others come and go with its versions. */
const ofPresets = ['react-hooks/rules-of-hooks', 'react-hooks/exhaustive-deps'];

/** @returns {Promise<readonly DemandedRule[]>} */
export async function demandedRules() {
  /** @type {{ forbidden: readonly { name: string }[] }} */
  const { forbidden } = createRequire(import.meta.url)(inProject('.dependency-cruiser.cjs'));
  /** @type {{ default: readonly LintBlock[] }} */
  const { default: blocks } = await import(pathToFileURL(inProject('eslint.config.js')).href);
  return [
    { rule: 'format/prettier', where: /./, place: 'any file' },
    ...forbidden.map(({ name }) => ({ rule: `imports/${name}`, where: /./, place: 'any file' })),
    ...blocks.flatMap(rulesOfBlock),
  ];
}

/**
 * @typedef {{ name?: string, files?: readonly string[], rules?: Record<string, unknown> }} LintBlock
 *
 * @param {LintBlock} block
 * @returns {readonly DemandedRule[]}
 */
function rulesOfBlock({ name, files, rules = {} }) {
  // Only presets have names; what they hold is proved by those who make them.
  if (name !== undefined || files === undefined) return [];
  const where = new RegExp(`^(?:${files.map(patternOf).join('|')})$`);
  return Object.entries(rules)
    .filter(
      ([rule, setting]) => isOn(setting) && (!rule.startsWith('react-hooks/') || ofPresets.includes(rule)),
    )
    .map(([rule]) => ({ rule: `lint/${rule}`, where, place: files.join(', ') }));
}

/** @param {unknown} setting */
const isOn = (setting) => !['off', 0].includes(Array.isArray(setting) ? setting[0] : setting);

/**
 * The regular expression of a glob with `**`, `*` and `{one,two}`.
 *
 * @param {string} glob
 */
export const patternOf = (glob) =>
  glob.replace(/\*\*\/|\*\*|\*|\{[^}]*\}|[.+?^$()|[\]\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part.startsWith('{')) return `(?:${part.slice(1, -1).split(',').join('|')})`;
    return `\\${part}`;
  });
