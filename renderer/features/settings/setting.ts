import type { ReactNode } from 'react';
import type { Settings, SettingsPatch } from '#shared/settings/settings.ts';

/** The parts of the settings page, in its order. */
export const settingSections = [
  'Appearance',
  'Timeouts',
  'Retry',
  'Proxy',
  'Secrets',
  'Past runs',
  'Keys',
] as const;

/** One setting of the page: what it is called and does, and how it is changed. */
export interface Setting {
  readonly id: string;
  readonly section: (typeof settingSections)[number];
  readonly title: string;
  /** One sentence. */
  readonly says: string;
  /** Further words that one may look for. */
  readonly words?: string;
  /** A control of many parts names itself after the title as a group. */
  readonly isGroup?: true;
  /** The part of the settings that it changes; two that are equal there are the same. */
  readonly of: (settings: Settings) => unknown;
  /** The change that gives it the value that it has in other settings. */
  readonly like: (settings: Settings, other: Settings) => SettingsPatch;
  readonly control: (settings: Settings) => ReactNode;
}

/** Whether a setting is as it was before anybody changed it. */
export function isUntouched({ of }: Pick<Setting, 'of'>, settings: Settings, untouched: Settings): boolean {
  return JSON.stringify(of(settings)) === JSON.stringify(of(untouched));
}

/** The settings that every word of a query is found in: in title, sentence, section or further words. */
export function settingsFound(settings: readonly Setting[], query: string): readonly Setting[] {
  const words = query.toLowerCase().split(/\s+/);
  return settings.filter(({ says, section, title, words: more = '' }) => {
    const text = `${section} ${title} ${says} ${more}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
