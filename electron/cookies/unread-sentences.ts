/** Why cookies that were kept cannot be read now. */
export type UnreadReason = 'locked' | 'unavailable' | 'unreadable';

/** What is said of it, in the window, on the run and in the log. */
export const unreadSentences: Readonly<Record<UnreadReason, string>> = {
  locked:
    'The cookies that were kept are locked, so they are not sent. Unlock the key store, or the secrets with your passphrase, and call again; nothing is lost.',
  unavailable:
    'This system has no key store now, so the cookies that were kept are not sent. They are left as they are.',
  unreadable:
    'The cookies that were kept cannot be opened, so they are not sent. They are left as they are until you clear the cookies; new ones are gone when Flowbench ends.',
};
