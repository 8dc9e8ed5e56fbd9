import { z } from 'zod';
import { commandIdSchema } from '../commands/commands.ts';
import { environmentIdSchema } from '../ids/ids.ts';
import { runEventSchema } from '../run-events/run-event.ts';
import { vaultStatusSchema } from '../secret/secret-state.ts';
import { settingsSchema } from '../settings/settings.ts';
import { externalChangeSchema } from '../workspace/workspace-snapshot.ts';
import { appChannels } from './channels/app-channels.ts';
import { bundleChannels } from './channels/bundle-channels.ts';
import { cookieChannels } from './channels/cookie-channels.ts';
import { debugChannels } from './channels/debug-channels.ts';
import { folderChannels } from './channels/folder-channels.ts';
import { historyChangeSchema, historyChannels } from './channels/history-channels.ts';
import { oauthChannels } from './channels/oauth-channels.ts';
import { proxyChannels } from './channels/proxy-channels.ts';
import { reportChannels } from './channels/report-channels.ts';
import { pictureChannels } from './channels/picture-channels.ts';
import { recoveryChannels } from './channels/recovery-channels.ts';
import { runChannels } from './channels/run-channels.ts';
import { scenarioChannels, scenarioProgressSchema } from './channels/scenario-channels.ts';
import { certificateChannels, secretChannels } from './channels/secret-channels.ts';
import { workspaceChannels } from './channels/workspace-channels.ts';

/**
 * Every request that the page can make of the main process, as `noun.verb`. Handler and bridge types derive from this
 * map, so that a missing handler does not compile.
 */
export const contract = {
  ...appChannels,
  ...workspaceChannels,
  ...folderChannels,
  ...recoveryChannels,
  ...secretChannels,
  ...proxyChannels,
  ...cookieChannels,
  ...certificateChannels,
  ...oauthChannels,
  ...runChannels,
  ...debugChannels,
  ...scenarioChannels,
  ...historyChannels,
  ...reportChannels,
  ...pictureChannels,
  ...bundleChannels,
};

/** Everything that the main process tells the page unasked. */
export const eventContract = {
  /** A menu item was chosen. */
  'command.invoked': z.strictObject({ id: commandIdSchema }),
  /** Events of runs in order, gathered for some milliseconds. */
  'run.events': z.array(runEventSchema),
  /** Scenarios wait, begin and end, gathered for some milliseconds. */
  'scenario.progress': z.array(scenarioProgressSchema),
  /** Another program changed the workspace's files. */
  'workspace.changed': z.array(externalChangeSchema),
  /** Another workspace was picked in the menu or on the command line: the page saves first, and then opens it. */
  'workspace.wanted': z.strictObject({ folder: z.string() }),
  'settings.changed': settingsSchema,
  'vault.changed': vaultStatusSchema,
  /** The cookies of an environment, or of none, may be others than before. */
  'cookies.changed': z.strictObject({ environmentId: environmentIdSchema.nullable() }),
  /** Past runs came, changed or went, or cannot be written. */
  'history.changed': historyChangeSchema,
};

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type ChannelInput<Name extends ChannelName> = z.infer<Contract[Name]['input']>;
export type ChannelOutput<Name extends ChannelName> = z.infer<Contract[Name]['output']>;

export type EventContract = typeof eventContract;
export type EventName = keyof EventContract;
export type EventPayload<Name extends EventName> = z.infer<EventContract[Name]>;

/** A handler for every channel. */
export type Handlers = {
  readonly [Name in ChannelName]: (
    input: ChannelInput<Name>,
  ) => Promise<ChannelOutput<Name>> | ChannelOutput<Name>;
};

/** What preload puts into the page: named functions only, one for each channel, and one to listen. */
export interface Bridge {
  readonly call: {
    readonly [Name in ChannelName]: (input: ChannelInput<Name>) => Promise<ChannelOutput<Name>>;
  };
  readonly on: {
    readonly [Name in EventName]: (listener: (payload: EventPayload<Name>) => void) => () => void;
  };
}
