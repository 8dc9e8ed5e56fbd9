// Speaks the first sentence of the X11 protocol, because a server that accepts a connection may still refuse a client.
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connectTo } from './connect-to.mjs';

/** @typedef {{ display: string, name: string, cookie: Buffer }} X11Credential */

/**
 * The entries of an .Xauthority file; a damaged one gives those before the damage. See Xau(3).
 *
 * @param {Buffer} file
 * @returns {readonly X11Credential[]}
 */
export function readXauthority(file) {
  const entries = [];
  let offset = 0;
  const field = () => {
    const length = file.readUInt16BE(offset);
    const start = offset + 2;
    offset = start + length;
    if (offset > file.length) throw new RangeError('cut off');
    return file.subarray(start, offset);
  };
  try {
    while (offset < file.length) {
      offset += 2; // the address family: one of its cookies fits, and trying them all costs nothing
      field(); // the address
      const [display, name, cookie] = [field(), field(), field()];
      entries.push({ display: display.toString('latin1'), name: name.toString('latin1'), cookie });
    }
  } catch {
    // What was read until here is whole.
  }
  return entries;
}

/**
 * The connection set-up request. See "X Window System Protocol", section 8.
 *
 * @param {X11Credential | null} credential
 */
export function setupRequest(credential) {
  const name = Buffer.from(credential?.name ?? '', 'latin1');
  const data = credential?.cookie ?? Buffer.alloc(0);
  const head = Buffer.alloc(12);
  head.write('l', 0, 'latin1'); // little-endian
  head.writeUInt16LE(11, 2); // protocol 11.0
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(name), padded(data)]);
}

/** @param {Buffer} bytes */
const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/**
 * True where an X11 server at one of the addresses lets this user in.
 *
 * @param {import('./answering-display.mjs').X11Address} address
 * @param {NodeJS.ProcessEnv} env
 */
export async function greetX11({ number, sockets }, env) {
  const file = env.XAUTHORITY || path.join(env.HOME || os.homedir(), '.Xauthority');
  const known = readXauthority(await readFile(file).catch(() => Buffer.alloc(0)));
  const fitting = known.filter(({ display }) => display === '' || display === String(number));
  for (const socket of sockets) {
    for (const credential of [...fitting, null]) {
      const answer = await ask(socket, setupRequest(credential));
      if (answer === 'accepted') return true;
      if (answer === 'nobody') break;
    }
  }
  return false;
}

/**
 * @param {import('node:net').NetConnectOpts} address
 * @param {Buffer} request
 * @returns {Promise<'accepted' | 'refused' | 'nobody'>}
 */
async function ask(address, request) {
  const socket = await connectTo(address);
  if (socket === null) return 'nobody';
  try {
    return await new Promise((resolve) => {
      socket.setTimeout(2000, () => resolve('nobody'));
      socket.once('close', () => resolve('refused'));
      socket.once('data', (bytes) => resolve(bytes[0] === 1 ? 'accepted' : 'refused'));
      socket.write(request);
    });
  } finally {
    socket.destroy();
  }
}
