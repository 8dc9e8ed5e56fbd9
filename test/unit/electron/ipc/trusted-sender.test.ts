// Frames and windows that are not ours must get no answer, in every way a sender can be wrong.
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '#electron/ipc/trusted-sender.ts';

const url = 'app://flowbench/index.html';
const page = { contentsId: 1, origin: 'app://flowbench', isOwn: (address: string) => address === url };
const mainFrame = { origin: 'app://flowbench', url, parent: null };
const sender = { id: 1, mainFrame };

describe('isTrustedSender', () => {
  it('trusts the main frame of our window at our origin', () => {
    expect(isTrustedSender({ sender, senderFrame: mainFrame }, page)).toBe(true);
  });

  it('trusts nobody while there is no window', () => {
    expect(isTrustedSender({ sender, senderFrame: mainFrame }, null)).toBe(false);
  });

  it('does not trust a frame that is gone', () => {
    expect(isTrustedSender({ sender, senderFrame: null }, page)).toBe(false);
  });

  it('does not trust a frame inside the page, even at our origin', () => {
    const inner = { origin: 'app://flowbench', url, parent: mainFrame };
    expect(isTrustedSender({ sender, senderFrame: inner }, page)).toBe(false);
  });

  it('does not trust another frame that claims to have no parent', () => {
    expect(isTrustedSender({ sender, senderFrame: { ...mainFrame } }, page)).toBe(false);
  });

  it('does not trust another window, whatever it shows', () => {
    expect(isTrustedSender({ sender: { id: 2, mainFrame }, senderFrame: mainFrame }, page)).toBe(false);
  });

  it.each(['https://flowbench', 'null', 'file://', 'app://flowbench.evil', 'app://other', ''])(
    'does not trust our window while it shows %s',
    (origin) => {
      const other = { origin, url, parent: null };
      expect(isTrustedSender({ sender: { id: 1, mainFrame: other }, senderFrame: other }, page)).toBe(false);
    },
  );

  it('does not trust an empty page that inherited our origin', () => {
    const empty = { origin: 'app://flowbench', url: 'about:blank', parent: null };
    expect(isTrustedSender({ sender: { id: 1, mainFrame: empty }, senderFrame: empty }, page)).toBe(false);
  });
});
