// Makes the reference page of the helpers from their registry, so that page and program cannot differ.
import { format, resolveConfig } from 'prettier';
import { helperSignature, type Helper } from '#shared/template/helpers/helper.ts';
import { writeJson } from '#shared/value/write-json.ts';

/** The reference page of the helpers, as it stands in docs/guides. */
export async function helperGuide(helpers: readonly Helper[]): Promise<string> {
  const groups = [...new Set(helpers.map((helper) => helper.group))];
  const sections = groups.map((group) => {
    const rows = helpers.filter((helper) => helper.group === group).flatMap(rowsOfHelper);
    return `## ${group}\n\n| helper | what it gives | example | result |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const markdown = [introduction, ...sections].join('\n');
  return format(markdown, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

const introduction = `# Helpers of templates

How to call them is told in [Templates](templates.md). Square brackets mark what may be left out, \`…\` what may follow again, \`name=…\` an option. This page is made from the registry of helpers; its examples are run by the tests.
`;

function rowsOfHelper(helper: Helper): readonly string[] {
  return helper.examples.map(({ template, variables, output }, index) => {
    const given = variables === undefined ? '' : ` with ${code(writeJson(variables))}`;
    const first = index === 0 ? [code(helperSignature(helper)), helper.description] : ['', ''];
    return `| ${[...first, code(template) + given, code(output)].join(' | ')} |`;
  });
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
