// What goes to the page unasked has to be as strict as what it asks for.
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { eventPublisher } from '#electron/ipc/publish-event.ts';

function publishing(isDestroyed = false) {
  const sent: unknown[][] = [];
  const reported: string[] = [];
  const page = { isDestroyed: () => isDestroyed, send: (...args: unknown[]) => void sent.push(args) };
  const report = (where: string, error: unknown) => {
    reported.push(`${where}: ${String(error)}`);
    return 'abcd1234';
  };
  return { publish: eventPublisher(() => page as unknown as WebContents, report), sent, reported, report };
}

const status = { keeper: 'system', backend: 'gnome_libsecret', message: 'Kept by the system.' } as const;

describe('eventPublisher', () => {
  it('sends the event under its name', () => {
    const { publish, sent } = publishing();
    publish('vault.changed', status);
    expect(sent).toEqual([['vault.changed', status]]);
  });

  it('reports a payload with a field too many, and does not send it', () => {
    const { publish, sent, reported } = publishing();
    publish('vault.changed', { ...status, password: 'hunter22' } as typeof status);
    expect(sent).toEqual([]);
    expect(reported[0]).toContain('vault.changed');
    expect(reported[0]).not.toContain('hunter22');
  });

  it('tells nobody while there is no page', () => {
    const { sent, publish, report } = publishing(true);
    publish('vault.changed', status);
    eventPublisher(() => null, report)('vault.changed', status);
    expect(sent).toEqual([]);
  });
});
