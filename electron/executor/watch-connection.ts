import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type HandshakeFacts, handshakeFacts } from './handshake-facts.ts';

/** What is reported while a connection is made. */
export interface ConnectionWatch {
  onResolved(): void;
  onTcpConnected(): void;
  /** The server showed its certificate, which may be refused next. */
  onHandshake(facts: HandshakeFacts): void;
  /** TCP, and TLS where it is used, stand: the next byte is the request's. */
  onReady(): void;
}

/** Reports the steps of a new socket that an agent gave to a request, until it is ready or destroyed. */
export function watchConnection(socket: Socket, watch: ConnectionWatch): void {
  socket.once('lookup', (error: Error | null) => {
    if (error === null) watch.onResolved();
  });
  socket.once('connect', () => {
    if (socket instanceof TLSSocket) watch.onTcpConnected();
    else watch.onReady();
  });
  if (!(socket instanceof TLSSocket)) return;
  // Node checks the certificate in its own listener of this undocumented event and drops it when it refuses it, so it is
  // read before. Without the event only the sentence would lose its date or its names.
  socket.prependOnceListener('secure', () => watch.onHandshake(handshakeFacts(socket)));
  socket.once('secureConnect', () => watch.onReady());
}
