import { z } from 'zod';
import { settingsPatchSchema, settingsSchema } from '../../settings/settings.ts';
import { channel, nothing } from '../channel.ts';

const appInfoSchema = z.strictObject({
  version: z.string(),
  platform: z.enum(['linux', 'darwin', 'win32', 'other']),
  electron: z.string(),
  chrome: z.string(),
  node: z.string(),
  /** False where the launch script had to switch the operating system's sandbox off (root on Linux). */
  sandboxed: z.boolean(),
});

/** What the page may ask of the application itself: facts about it, its end, its settings, the clipboard. */
export const appChannels = {
  'app.info': channel(nothing, appInfoSchema),
  'app.quit': channel(nothing, nothing),
  /** The page was asked to quit and asks the person first, since not everything is saved: nobody need wait for it. */
  'app.stay': channel(nothing, nothing),
  'settings.read': channel(nothing, settingsSchema),
  'settings.change': channel(settingsPatchSchema, settingsSchema),
  /** Puts text on the clipboard; the page has no permission to do so itself. */
  'clipboard.write': channel(z.strictObject({ text: z.string().max(5_000_000) }), nothing),
};

export type AppInfo = z.infer<typeof appInfoSchema>;
