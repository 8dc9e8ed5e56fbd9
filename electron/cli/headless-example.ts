// Shows the main job without a window: runs the example flow in plain Node and prints what happened. Exits with 0 or 1.
// With --virtual-waits the waits of the flow take no time.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleFolder } from './example-folder.ts';
import { conversationLine, jumpsFollowed } from './report-conversation.ts';
import { nodeNames, reportLines, wentWell } from './report-example.ts';
import { runExample } from './run-example.ts';
import { terminalStyle } from './terminal-style.ts';

const style = terminalStyle({ isTTY: process.stdout.isTTY, env: process.env });
let nodeName = (nodeId: string): string => nodeId;
const jumpLine = jumpsFollowed((nodeId) => nodeName(nodeId), style);

const folder = exampleFolder(path.dirname(fileURLToPath(import.meta.url)));
if (folder === null) {
  stop('The example that comes with Flowbench was not found beside this program.');
} else {
  const ran = await runExample(
    folder,
    ({ environmentName, flow }) => {
      nodeName = nodeNames(flow);
      const environment = environmentName === null ? '' : ` in the environment ${environmentName}`;
      console.log(`${style.strong(flow.name)}${style.quiet(environment)}\n`);
    },
    (events) => {
      for (const event of events) {
        const line = jumpLine(event) ?? conversationLine(event, nodeName, style);
        if (line !== null) console.log(line);
      }
    },
    process.argv.includes('--virtual-waits') ? 'virtual' : 'real',
  );
  if (ran.ok) {
    console.log(reportLines(ran.value.flow, ran.value.run, style).join('\n'));
    process.exitCode = wentWell(ran.value.run) ? 0 : 1;
  } else {
    stop(ran.failure);
  }
}

function stop(sentence: string): void {
  console.error(style.bad(sentence));
  process.exitCode = 1;
}
