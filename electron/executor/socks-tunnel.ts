import { isIP, type Socket } from 'node:net';
import { ipBytes } from '#shared/request/ip-bytes.ts';
import type { ProxyCredentials, ProxyRoute } from '#shared/request/prepared-proxy.ts';
import type { TunnelTarget } from './http-tunnel.ts';
import { ProxyRefusal } from './proxy-refusal.ts';

const version = 5;
const noCredentials = 0;
const userAndPassword = 2;
/** The longest name, user name or password that the protocol can carry, in bytes. */
const longestText = 255;

/** Asks a SOCKS 5 proxy for a tunnel (RFC 1928, RFC 1929) on a connection that stands. */
export async function openSocksTunnel(
  socket: Socket,
  target: TunnelTarget,
  { credentials }: ProxyRoute,
): Promise<void> {
  socket.write(greeting(credentials));
  const [spoken, method] = await take(socket, 2);
  if (spoken !== version) throw new ProxyRefusal('proxy-malformed');
  if (method === userAndPassword && credentials !== null) await identify(socket, credentials);
  else if (method !== noCredentials) throw new ProxyRefusal('proxy-authentication-required');
  socket.write(connectRequest(target));
  const [replied, reply = 0, , kind = 0] = await take(socket, 4);
  if (replied !== version) throw new ProxyRefusal('proxy-malformed');
  if (reply !== 0) throw new ProxyRefusal('proxy-refused', replyWords[reply] ?? `code ${String(reply)}`);
  await skipAddress(socket, kind);
}

function greeting(credentials: ProxyCredentials | null): Buffer {
  const methods = credentials === null ? [noCredentials] : [noCredentials, userAndPassword];
  return Buffer.from([version, methods.length, ...methods]);
}

async function identify(socket: Socket, { password, userName }: ProxyCredentials): Promise<void> {
  socket.write(Buffer.concat([Buffer.from([1]), counted(userName), counted(password)]));
  const [, status] = await take(socket, 2);
  if (status !== 0) throw new ProxyRefusal('proxy-authentication-required');
}

/** What is too long to be said cannot be right either. */
function counted(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > longestText) throw new ProxyRefusal('proxy-authentication-required');
  return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function connectRequest({ host, port }: TunnelTarget): Buffer {
  return Buffer.concat([
    Buffer.from([version, 1, 0]),
    addressBytes(host),
    Buffer.from([port >> 8, port & 255]),
  ]);
}

function addressBytes(host: string): Buffer {
  const family = isIP(host);
  const bytes = family === 0 ? null : ipBytes(host);
  if (bytes !== null) return Buffer.from([family === 4 ? 1 : 4, ...bytes]);
  const name = Buffer.from(host, 'latin1');
  if (name.length > longestText) throw new ProxyRefusal('proxy-refused', 'that the name is too long');
  return Buffer.from([3, name.length, ...name]);
}

/** The address that the proxy connects from is of no interest. */
async function skipAddress(socket: Socket, kind: number): Promise<void> {
  const fixed = kind === 1 ? 4 : kind === 4 ? 16 : null;
  const length = fixed ?? (kind === 3 ? (await take(socket, 1))[0] : undefined);
  if (length === undefined) throw new ProxyRefusal('proxy-malformed');
  await take(socket, length + 2);
}

const replyWords: Readonly<Record<number, string>> = {
  1: 'a general failure',
  2: 'that its rules do not allow it',
  3: 'that the network is unreachable',
  4: 'that the host is unreachable',
  5: 'that the connection was refused',
  6: 'that the time was over',
  7: 'that it does not know this command',
  8: 'that it does not know this kind of address',
};

/** Exactly so many bytes; what follows them stays in the socket, which is left as if nobody had read from it. */
function take(socket: Socket, count: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const onReadable = (): void => {
      const bytes = socket.read(count) as Buffer | null;
      if (bytes === null) return;
      end();
      if (bytes.length === count) resolve(bytes);
      else reject(hangUp());
    };
    const onError = (error: Error): void => {
      end();
      reject(error);
    };
    const onClose = (): void => onError(hangUp());
    const end = (): void => {
      socket.removeListener('readable', onReadable);
      socket.removeListener('error', onError);
      socket.removeListener('close', onClose);
      socket.removeListener('end', onClose);
    };
    socket.on('readable', onReadable);
    socket.on('error', onError);
    socket.on('close', onClose);
    socket.on('end', onClose);
    onReadable();
  });
}

function hangUp(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}
