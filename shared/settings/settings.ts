import { z } from 'zod';
import { keyChangesSchema } from '../commands/key-map.ts';
import { callDefaultsSchema } from '../endpoint/call-defaults.ts';
import { machineProxySchema } from './machine-proxy.ts';

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;

const boundsSchema = z.strictObject({
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number(),
  height: z.number(),
  maximized: z.boolean(),
});

/** A workspace that was open before, newest first. */
export const recentWorkspaceSchema = z.strictObject({
  folder: z.string(),
  name: z.string(),
  openedAt: z.string(),
});

/** How much of the past runs of each workspace is kept. */
export const historySettingsSchema = z.strictObject({
  mostRuns: z.number().int().min(1).max(10_000).default(200),
  mostMegabytes: z.number().int().min(1).max(100_000).default(500),
});

/** What is remembered for this person on this machine (`settings.json` in the user data folder, mode 0600). */
export const settingsSchema = z.strictObject({
  theme: z.enum(themeChoices).default('system'),
  window: boundsSchema.nullable().default(null),
  recentWorkspaces: z.array(recentWorkspaceSchema).default([]),
  lastWorkspace: z.string().nullable().default(null),
  vaultKeeper: z.enum(['system', 'session']).default('system'),
  history: historySettingsSchema.default({ mostRuns: 200, mostMegabytes: 500 }),
  /** What endpoints without timeouts or a retry policy of their own call with. */
  defaults: callDefaultsSchema.prefault({}),
  /** What "as the system says" means for the proxy of an endpoint. */
  proxy: machineProxySchema.default({ mode: 'system' }),
  keys: keyChangesSchema.default({}),
});

/** The settings that the page may change. */
export const settingsPatchSchema = z.strictObject({
  theme: z.enum(themeChoices).optional(),
  history: historySettingsSchema.optional(),
  defaults: callDefaultsSchema.optional(),
  proxy: machineProxySchema.optional(),
  keys: keyChangesSchema.optional(),
});

export type ThemeChoice = (typeof themeChoices)[number];
export type RecentWorkspace = z.infer<typeof recentWorkspaceSchema>;
export type HistorySettings = z.infer<typeof historySettingsSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
