// Phases of a connection are learnt from the agents; those that take no time must not be lost.
import http from 'node:http';
import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createAgents } from '#electron/executor/agents.ts';
import { answer, HttpRecorder } from '../../../support/servers/http-recorder.ts';

describe('The agents of a run', () => {
  it('report the lookup of a name also where it answers at once', async () => {
    await using server = await HttpRecorder.start(() => answer(200));
    const lookup: LookupFunction = (_host, _options, callback) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const agents = createAgents({ lookup });
    const url = new URL(`http://a.test:${server.port}`);
    const steps: string[] = [];
    await new Promise<void>((resolve) => {
      const request = http.request({ agent: agents.agentFor(url), host: 'a.test', port: url.port });
      request.on('socket', (socket) => {
        socket.once('lookup', () => steps.push('lookup')).once('connect', () => steps.push('connect'));
      });
      request.on('response', (response) => response.resume().once('end', resolve)).end();
    });
    expect(steps).toEqual(['lookup', 'connect']);
    agents.close();
  });
});
