import type { Session } from 'electron';
import { engineProxy, type SystemProxy } from '../executor/system-proxy.ts';

/**
 * The way that the system's settings and their proxy script say, asked of a session that nothing else uses. The application
 * itself stays off the network: only the question goes to the engine, and Node makes the connection.
 *
 * @param open gives that session; asked when a call first wants to know, since there is none before the engine is ready
 */
export function systemProxyOf(open: () => Pick<Session, 'resolveProxy' | 'setProxy'>): SystemProxy {
  let opened: ReturnType<typeof openedSession> | null = null;
  return engineProxy(async (url) => {
    opened ??= openedSession(open);
    return (await opened).resolveProxy(url);
  });
}

async function openedSession(open: () => Pick<Session, 'resolveProxy' | 'setProxy'>) {
  const session = open();
  await session.setProxy({ mode: 'system' });
  return session;
}
