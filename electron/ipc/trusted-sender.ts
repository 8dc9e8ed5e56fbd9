/** What is looked at of a frame that sent a message (a part of Electron's `WebFrameMain`). */
export interface SendingFrame {
  readonly origin: string;
  readonly url: string;
  readonly parent: unknown;
}

/** What is looked at of a message (a part of Electron's `IpcMainInvokeEvent`). */
export interface IncomingMessage {
  readonly sender: { readonly id: number; readonly mainFrame: SendingFrame };
  readonly senderFrame: SendingFrame | null;
}

/** Whom to believe: the page in our one window, while it is the page that we serve. */
export interface TrustedPage {
  readonly contentsId: number;
  readonly origin: string;
  /** Whether an address is the page's own; an empty page can have its origin by inheritance. */
  readonly isOwn: (url: string) => boolean;
}

/**
 * Whether a message comes from the main frame of our own window at our own origin. A frame that is gone by now, one
 * inside another, another window's, or one that shows anything else is not trusted.
 */
export function isTrustedSender(message: IncomingMessage, page: TrustedPage | null): boolean {
  const { sender, senderFrame } = message;
  return (
    page !== null &&
    senderFrame !== null &&
    sender.id === page.contentsId &&
    senderFrame === sender.mainFrame &&
    senderFrame.parent === null &&
    senderFrame.origin === page.origin &&
    page.isOwn(senderFrame.url)
  );
}
