import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type HandshakeFacts, handshakeFacts } from './handshake-facts.ts';
import { StandInSocket } from './stand-in/stand-in-socket.ts';

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
export function watchConnection(socket: Socket | StandInSocket, watch: ConnectionWatch): void {
  const isSecured = socket instanceof StandInSocket ? socket.isSecured : socket instanceof TLSSocket;
  socket.once('lookup', (error: Error | null) => {
    if (error === null) watch.onResolved();
  });
  socket.once('connect', () => {
    if (isSecured) watch.onTcpConnected();
    else watch.onReady();
  });
  if (!isSecured) return;
  socket.once('stand-in-certificate', (facts: HandshakeFacts) => watch.onHandshake(facts));
  // Node checks the certificate in its own listener of this undocumented event and drops it when it refuses it, so it is
  // read before. Without the event only the sentence would lose its date or its names.
  if (socket instanceof TLSSocket)
    socket.prependOnceListener('secure', () => watch.onHandshake(handshakeFacts(socket)));
  socket.once('secureConnect', () => watch.onReady());
}
