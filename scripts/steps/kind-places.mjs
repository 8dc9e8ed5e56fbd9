// The lists and switches that know every kind of node, and what a new one adds to each, before Wait.
import { Stop } from './project.mjs';

/**
 * @typedef {object} KindPlace
 * @property {string} file
 * @property {string} before what stands there now, at the beginning of a line; what is added goes before it
 * @property {number} [at] which one is meant, where it stands there more than once; from 0
 * @property {string} added
 */

/**
 * A text with one addition. A place that is not found is a change of the project that this script has to be told of.
 *
 * @param {string} text
 * @param {KindPlace} place
 */
export function withPlace(text, { file, before, at = 0, added }) {
  let found = -1;
  for (let count = 0; count <= at; count += 1) found = text.indexOf(`\n${before}`, found + 1);
  if (found === -1)
    throw new Stop(`${file} has no line that begins with "${before.trim()}": mend steps/kind-places.mjs.`);
  return text.slice(0, found + 1) + added + text.slice(found + 1);
}

/**
 * @param {import('./kind-words.mjs').KindWords} words
 * @returns {readonly KindPlace[]}
 */
export function kindPlaces(words) {
  return [...ofDocuments(words), ...ofRuns(words), ...ofRules(words), ...ofWindow(words)];
}

/**
 * @param {import('./kind-words.mjs').KindWords} words
 * @returns {readonly KindPlace[]}
 */
function ofDocuments({ camel, key, kind, title }) {
  const label = `    case '${kind}':\n`;
  const joined = (/** @type {string} */ file) => ({ file, before: "    case 'wait':", added: label });
  return [
    {
      file: 'shared/nodes/node.ts',
      before: 'import { waitNodeSchema }',
      added: `import { ${camel}NodeSchema } from './${kind}-node.ts';\n`,
    },
    { file: 'shared/nodes/node.ts', before: '  waitNodeSchema,', added: `  ${camel}NodeSchema,\n` },
    { file: 'shared/nodes/node.ts', before: "  'wait',", added: `  '${kind}',\n` },
    { file: 'shared/nodes/node.ts', before: "  wait: 'Wait',", added: `  ${key}: '${title}',\n` },
    { file: 'shared/nodes/new-node.ts', before: '  wait: {},', added: `  ${key}: {},\n` },
    joined('shared/nodes/node-exits.ts'),
    joined('shared/flow/variables-set.ts'),
    joined('shared/flow/declared-tallies.ts'),
    joined('shared/flow/flow-structure.ts'),
    joined('shared/flow/node-ways.ts'),
    {
      file: 'shared/flow/node-summary.ts',
      before: "    case 'wait':",
      added: `${label}      return node.config.text;\n`,
    },
    {
      file: 'shared/flow/node-texts.ts',
      before: "    case 'wait':",
      added: `${label}      return { ...node, config: { ...node.config, text: template(node.config.text, 'Text') } };\n`,
    },
  ];
}

/**
 * @param {import('./kind-words.mjs').KindWords} words
 * @returns {readonly KindPlace[]}
 */
function ofRuns({ camel, key, kind }) {
  const steps = 'shared/interpreter/steps/node-steps.ts';
  return [
    {
      file: steps,
      before: 'import { waitStep }',
      added: `import { ${camel}Step } from './${kind}.ts';\n`,
    },
    { file: steps, before: '  wait: waitStep,', added: `  ${key}: ${camel}Step,\n` },
    {
      file: 'shared/interpreter/given-variables.ts',
      before: "    case 'wait':",
      added: `    case '${kind}':\n`,
    },
  ];
}

/**
 * @param {import('./kind-words.mjs').KindWords} words
 * @returns {readonly KindPlace[]}
 */
function ofRules({ camel, kind }) {
  const rules = 'shared/lint/lint-rules.ts';
  const test = 'test/unit/shared/lint/lint-rules.test.ts';
  return [
    {
      file: rules,
      before: 'import { waitInvalid }',
      added: `import { ${camel}Invalid } from './rules/${kind}-invalid.ts';\n`,
    },
    { file: rules, before: '  waitInvalid,', added: `  ${camel}Invalid,\n` },
    {
      file: test,
      before: 'import { textCases }',
      added: `import { ${camel}Cases } from '../../../stories/lint/${kind}-cases.ts';\n`,
    },
    { file: test, before: '  ...textCases,', added: `  ...${camel}Cases,\n` },
  ];
}

/**
 * @param {import('./kind-words.mjs').KindWords} words
 * @returns {readonly KindPlace[]}
 */
function ofWindow({ key, kind, pascal }) {
  const canvas = 'renderer/features/canvas';
  const inspector = 'renderer/features/inspector/node-inspector.tsx';
  const size = `${canvas}/node-size.ts`;
  const label = `    case '${kind}':\n`;
  return [
    // A shape to begin with; the kind gets a glyph of its own.
    { file: 'renderer/ui/icon/lucide-glyphs.ts', before: '  wait: Timer,', added: `  ${key}: Square,\n` },
    {
      file: `${canvas}/ask-for-kind.ts`,
      before: "  ['wait', ",
      added: `  ['${kind}', 'does nothing yet'],\n`,
    },
    { file: `${canvas}/node-palette.tsx`, before: "  'wait',", added: `  '${kind}',\n` },
    { file: size, before: '  wait: ', added: `  ${key}: 24,\n` },
    { file: size, before: '  wait: ', at: 1, added: `  ${key}: 176,\n` },
    {
      file: `${canvas}/card-summary.tsx`,
      before: 'import { WaitSummary }',
      added: `import { ${pascal}Summary } from './${kind}-summary.tsx';\n`,
    },
    {
      file: `${canvas}/card-summary.tsx`,
      before: "    case 'wait':",
      added: `${label}      return <${pascal}Summary config={node.config} />;\n`,
    },
    {
      file: inspector,
      before: 'import { WaitEditor }',
      added: `import { ${pascal}Editor } from './${kind}-editor.tsx';\n`,
    },
    {
      file: inspector,
      before: "    case 'wait':",
      added: `${label}      return <${pascal}Editor flow={flow} node={node} />;\n`,
    },
  ];
}
