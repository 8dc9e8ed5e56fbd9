// Makes the guide of problems from the rules of the linter, so that page and program cannot differ.
import { format, resolveConfig } from 'prettier';
import type { LintRule } from '#shared/lint/lint-rule.ts';

/** The guide of problems, as it stands in docs/guides. */
export async function problemGuide(rules: readonly LintRule[]): Promise<string> {
  const sections = (['error', 'warning', 'note'] as const).map((severity) => {
    const told = rules.filter((rule) => rule.severity === severity);
    return `## ${titles[severity]}\n\n${meanings[severity]}\n\n${told.map(sectionOf).join('\n')}`;
  });
  const markdown = [introduction, ...sections].join('\n');
  return format(markdown, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

const titles = { error: 'Errors', warning: 'Warnings', note: 'Notes' } as const;
const meanings = {
  error: 'A run that comes there fails, or a call ends as an exception.',
  warning: 'A run may go otherwise than it was meant.',
  note: 'Worth a look.',
} as const;

const introduction = `# Problems

**Problems** in the panel lists what is wrong with the flows, API endpoints, environments and scenarios of the workspace, or looks so. The workspace is looked through whenever you pause; nothing is sent for it and no secret is read.

The status bar counts errors and warnings. Rows of the side bar and cards of the canvas that have some are marked, and the mark of a card says in its tip what is wrong.

| to                                   | keys          |
| ------------------------------------ | ------------- |
| open the list                        | Ctrl+Shift+M  |
| go to the field or the card of a row | Enter         |
| mend it                              | Ctrl+.        |
| go to the next problem, the one before | F8, Shift+F8 |
| all that can be done with a row      | Shift+F10     |

The lamp at the end of a row mends it with one click, or offers the ways to do so; each is one step for undo. The list is narrowed by words, by severity, and to the document in view. **Why it matters** in the menu of a row says what this page says.

## Silencing

What is meant as it is need not be told again and again: **Silence it…** in the menu of a row asks for a reason. The rule is then told no more of that node, or, where a finding belongs to no node, of that flow, endpoint, environment or scenario; other nodes and documents are looked through as before. The reason is written beside what it is about, into \`silenced\` of the node or document, so that it is copied, merged and read with it. A rule that does not fit a project is silenced **in the whole workspace** in the same dialog: then the reason stands in \`silenced\` of \`flowbench.json\`. \`flowbench lint\` goes by both, and counts what is silenced.

Nothing that is silenced vanishes: the number beside the bell in the bar of the list counts it, a click lists it with its reasons, and **Tell it again** in the menu of such a row ends the silence. In one place both are one step for undo. What is silenced marks no card and no row, and F8 passes it.

This page is made from the rules.
`;

function sectionOf({ id, why, doc }: LintRule): string {
  return `### ${id}\n\n${why} ${doc}\n`;
}
