/** Set by build servers that take lines of an output for commands: GitHub Actions and what is like it, Azure Pipelines, TeamCity. */
const serversWithCommands = ['GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'];

/**
 * Text for people as a build server may print it: what a bot said must not become a command to the server, which begins with
 * `::` on a line or with `##[` anywhere. A sign without width comes between; elsewhere the text is as it was.
 */
export function inertText(text: string, env: Readonly<Record<string, string | undefined>>): string {
  if (!serversWithCommands.some((name) => (env[name] ?? '') !== '')) return text;
  return text
    .replaceAll(/^([^\S\r\n]*:)(?=:)/gm, '$1\u200b')
    .replaceAll(/#(?=#(vso|teamcity)?\[)/gi, '#\u200b');
}
