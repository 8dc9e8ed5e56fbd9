// Opens a socket or says that nobody is there, within a limit.
import net from 'node:net';

/**
 * A connected socket, or `null` where nothing accepts within the limit.
 *
 * @param {net.NetConnectOpts} address
 * @param {number} limitMs
 * @returns {Promise<net.Socket | null>}
 */
export function connectTo(address, limitMs = 2000) {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    const timer = setTimeout(() => giveUp(), limitMs);
    const giveUp = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(null);
    };
    socket.once('error', giveUp);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', giveUp);
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
  });
}
