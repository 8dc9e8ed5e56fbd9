// Answers chained calls: each has to bring the number that the one before it was given, or the chain is broken.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What came to the server since it was last asked. */
export interface CountedCalls {
  readonly calls: number;
  /** Calls that did not bring the number of the one before. */
  readonly broken: number;
}

/** A server in a process of its own, so that its work is not counted as anybody's. */
export interface ChainServer extends AsyncDisposable {
  readonly url: string;
  /** What came since the last time, and begins a chain anew. */
  readonly taken: () => Promise<CountedCalls>;
}

const script = `
  const note = 'x'.repeat(1000);
  let calls = 0, broken = 0;
  const server = require('http').createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
      if (request.method === 'DELETE') {
        const taken = JSON.stringify({ calls, broken });
        calls = broken = 0;
        return response.end(taken);
      }
      const { order_id } = JSON.parse(Buffer.concat(chunks).toString());
      if (order_id !== calls) broken += 1;
      calls += 1;
      const answer = Buffer.from(JSON.stringify({ order: calls, note }));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
    });
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));`;

/** Starts it; its answers are of 1 kB. */
export async function startChainServer(): Promise<ChainServer> {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const url = `http://127.0.0.1:${port.toString()}/orders`;
  return {
    url,
    taken: async () => (await (await fetch(url, { method: 'DELETE' })).json()) as CountedCalls,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
