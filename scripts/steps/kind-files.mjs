// The files that a new kind of node begins with: a text field and one exit, and tests that say what is missing.

/** @typedef {import('./kind-words.mjs').KindWords} KindWords */

/**
 * What the new files hold, by their place in the project.
 *
 * @param {KindWords} words
 * @returns {Readonly<Record<string, string>>}
 */
export function kindFiles(words) {
  const { kind, camel } = words;
  return {
    [`shared/nodes/${kind}-node.ts`]: schema(words),
    [`shared/interpreter/steps/${kind}.ts`]: step(words),
    [`shared/lint/rules/${kind}-invalid.ts`]: rule(words),
    [`renderer/features/canvas/${kind}-summary.tsx`]: summary(words),
    [`renderer/features/inspector/${kind}-editor.tsx`]: editor(words),
    [`test/unit/shared/interpreter/steps/${kind}.test.ts`]: stepTest(words),
    [`test/stories/lint/${kind}-cases.ts`]: ruleStory(words, `${camel}Cases`),
    [`test/unit/docs/${kind}-guide.test.ts`]: guideTest(words),
    [`docs/guides/${kind}.md`]: guide(words),
  };
}

/** @param {KindWords} words */
const schema = ({ camel, kind, pascal, title }) => `import { z } from 'zod';
import { nodeBase } from './node-base.ts';

/** TODO: what a ${title} does, in one sentence. \`text\` is a template. */
export const ${camel}NodeSchema = z.strictObject({
  kind: z.literal('${kind}'),
  ...nodeBase,
  config: z.strictObject({ text: z.string().default('') }),
});

export type ${pascal}Node = z.infer<typeof ${camel}NodeSchema>;
`;

/** @param {KindWords} words */
const step = ({ camel, kind, title }) => `import { failAt, type NodeStep } from './node-step.ts';

/** TODO: what a ${title} does in a run, in one sentence. */
export const ${camel}Step: NodeStep<'${kind}'> = {
  enter(node, turn) {
    const rendered = turn.render(node.config.text, 'text');
    if (!rendered.ok) return failAt(node, rendered.failure.message);
    return failAt(node, 'This kind of node does nothing yet.');
  },
};
`;

/** @param {KindWords} words */
const rule = ({ camel, kind, title }) => `import type { LintRule } from '../lint-rule.ts';

/** TODO: which of these nodes cannot do their work. */
export const ${camel}Invalid: LintRule = {
  id: '${kind}-invalid',
  severity: 'error',
  why: 'TODO: what a run does that comes there.',
  doc: 'Told TODO: for which settings of a ${title}, and what mends them.',
  checks: {
    node: (node) => (node.kind === '${kind}' ? [] : []),
  },
};
`;

/** @param {KindWords} words */
const summary = ({
  kind,
  pascal,
  title,
}) => `import type { ${pascal}Node } from '#shared/nodes/${kind}-node.ts';
import { classNames } from '../../ui/class-names.ts';
import { TemplateText } from '../../ui/template/template-text.tsx';
import styles from './card-summary.module.css';

/** What a ${title} does, in one line of its card. */
export function ${pascal}Summary({ config }: Pick<${pascal}Node, 'config'>) {
  return (
    <p className={classNames(styles.summary, styles.line)}>
      {config.text === '' ? (
        <span className={styles.unset}>Does nothing yet</span>
      ) : (
        <TemplateText source={config.text} />
      )}
    </p>
  );
}
`;

/** @param {KindWords} words */
const editor = ({ kind, pascal, title }) => `import type { Flow } from '#shared/flow/flow.ts';
import type { NodeOf } from '#shared/nodes/node.ts';
import { Field } from '../../ui/field/field.tsx';
import { TemplateField } from '../../ui/template/template-field.tsx';
import { TemplatePreview } from '../../ui/template/template-preview.tsx';
import { configEdited } from './edit-node.ts';
import { InspectorBody } from './inspector-body.tsx';
import { useNameCheck } from './use-name-check.ts';

interface ${pascal}EditorProps {
  readonly flow: Flow;
  readonly node: NodeOf<'${kind}'>;
}

/** The settings of a ${title}. */
export function ${pascal}Editor({ flow, node }: ${pascal}EditorProps) {
  const { text } = node.config;
  const { unknownNames, error, warning } = useNameCheck(flow, node.id)(text);
  return (
    <InspectorBody>
      <Field label="Text" error={error} warning={warning}>
        <TemplateField
          field="text"
          value={text}
          unknownNames={unknownNames}
          onChange={(next) => configEdited(flow.id, node, { text: next }, 'text')}
        />
      </Field>
      <TemplatePreview source={text} field="text" />
    </InspectorBody>
  );
}
`;

/** @param {KindWords} words */
const stepTest = ({ kind, title }) => `// TODO: what the step of a ${title} is held to.
import { describe, expect, test } from 'vitest';
import { newProgram } from '#shared/interpreter/program.ts';
import { storyFlow } from '../../../../stories/story-flow.ts';
import { driveRun, told } from '../../../../support/drive-run.ts';

function run(text: string) {
  const flow = storyFlow({
    name: '${title}',
    nodes: [
      ['Start', 'start', {}],
      ['Step', '${kind}', { text }],
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'Step'],
      ['Step', 'next', 'End'],
    ],
  });
  return driveRun(newProgram({ flow, environment: null }));
}

describe('a ${title}', () => {
  test('does its work and goes on', () => {
    expect(told(run('Hello').events).at(-1)).toBe('run-ended ended');
  });

  test('ends the run as failed where its template cannot be read', () => {
    expect(told(run('{{').events).at(-1)).toBe('run-ended failed');
  });
});
`;

/**
 * @param {KindWords} words
 * @param {string} name
 */
const ruleStory = (
  { kind, title },
  name,
) => `// Of the rules about a ${title} flows that they tell about, and flows that are almost the same and sound.
import { rowOf, workspaceOf, type LintCase } from './lint-case.ts';

/** By rule. */
export const ${name}: Readonly<Record<string, LintCase>> = {
  '${kind}-invalid': {
    says: ['TODO: the sentence that the rule tells.'],
    of: workspaceOf(rowOf([['Step', '${kind}', {}]])),
    nearMisses: { 'with a text': workspaceOf(rowOf([['Step', '${kind}', { text: 'Hello' }]])) },
  },
};
`;

/** @param {KindWords} words */
const guideTest = ({
  kind,
  title,
}) => `// Nothing of the skeleton of a ${title} is left that was to be written by a person; goes when it is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);

test.each([
  'docs/guides/${kind}.md',
  'shared/nodes/${kind}-node.ts',
  'shared/interpreter/steps/${kind}.ts',
  'shared/lint/rules/${kind}-invalid.ts',
])('%s is written', (file) => {
  expect(readFileSync(new URL(file, root), 'utf8')).not.toContain('TODO');
});
`;

/** @param {KindWords} words */
const guide = ({ title }) => `# ${title}

A **${title}** TODO: does what, for whom.

1. TODO: how to use it, step by step.

## What happens when

- TODO: what happens with every value that its settings can have, and what a test shows of it.
`;
