import type { ChannelName, EventName } from '#shared/ipc/contract.ts';

/**
 * The names of the contract's channels and events without its schemas, so that preload, which needs only the names,
 * stays a few lines long. A name that is missing here, or that the contract does not know, does not compile.
 */
const channels = {
  'app.info': true,
  'app.quit': true,
  'app.stay': true,
  'settings.read': true,
  'settings.change': true,
  'clipboard.write': true,
  'workspace.read': true,
  'workspace.open': true,
  'workspace.create': true,
  'workspace.open-example': true,
  'workspace.reveal': true,
  'view.read': true,
  'view.write': true,
  'document.save': true,
  'document.accept': true,
  'document.remove': true,
  'document.restore': true,
  'document.duplicate': true,
  'attachment.pick': true,
  'vault.status': true,
  'vault.use-session': true,
  'secret.states': true,
  'secret.set': true,
  'secret.pick-file': true,
  'secret.forget': true,
  'secret.confirm-origin': true,
  'secret.let-go': true,
  'secret.hold-back': true,
  'cookies.list': true,
  'cookies.remove': true,
  'cookies.clear': true,
  'certificate.pick': true,
  'oauth.state': true,
  'oauth.sign-in': true,
  'oauth.cancel-sign-in': true,
  'oauth.sign-out': true,
  'run.start': true,
  'run.answer': true,
  'run.cancel': true,
  'call.test-endpoint': true,
  'call.try': true,
  'call.preview': true,
  'body.read': true,
  'body.save': true,
  'run.pause': true,
  'run.continue': true,
  'run.step': true,
  'run.run-to': true,
  'run.set-breakpoints': true,
  'run.edit-variable': true,
  'run.rerun-from': true,
  'history.list': true,
  'history.open': true,
  'history.delete': true,
  'history.pin': true,
  'picture.save': true,
  'picture.copy': true,
} satisfies Record<ChannelName, true>;

const events = {
  'command.invoked': true,
  'run.events': true,
  'workspace.changed': true,
  'workspace.wanted': true,
  'settings.changed': true,
  'vault.changed': true,
  'cookies.changed': true,
  'history.changed': true,
} satisfies Record<EventName, true>;

/** Every request channel, in the contract's order. */
export const channelNames: readonly ChannelName[] = Object.keys(channels) as ChannelName[];

/** Every event, in the contract's order. */
export const eventNames: readonly EventName[] = Object.keys(events) as EventName[];
