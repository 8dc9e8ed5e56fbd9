// Sits between a client and a server and keeps every byte of both, so that a test sees what really went where.
import net from 'node:net';
import { RawServer } from './raw-server.ts';

/** A relay to a port of this machine; what came from the client is in the connections' `received`. */
export async function tapBefore(port: number): Promise<RawServer> {
  return RawServer.start(({ socket }) => {
    const onward = net.connect(port, '127.0.0.1');
    socket.on('data', (chunk: Buffer) => onward.write(chunk));
    onward.on('data', (chunk: Buffer) => socket.write(chunk));
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
    onward.on('error', () => socket.destroy());
  });
}
