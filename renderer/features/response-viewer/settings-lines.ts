import { redirectsInWords } from '#shared/endpoint/redirects-in-words.ts';
import { tlsVersionLabel } from '#shared/endpoint/tls.ts';
import type { CallSettings } from '#shared/request/call-settings.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';

/** One setting that a call was made with. */
export interface SettingLine {
  readonly label: string;
  readonly value: string;
  /** Whether the API Call sets it itself; else its endpoint does. */
  readonly ofCall: boolean;
}

/** Settings that belong together. */
export interface SettingGroup {
  readonly title: string;
  readonly lines: readonly SettingLine[];
}

const proxyWords: Readonly<Record<CallSettings['proxy'], string>> = {
  none: 'none',
  system: 'as the system says',
  manual: 'of the endpoint',
};

/** The settings of a call in words, in the groups that the editors have them in. */
export function settingGroups(settings: CallSettings): readonly SettingGroup[] {
  const { ofCall, retry, timeouts, tls } = settings;
  const line = (name: string, label: string, value: string): SettingLine => ({
    label,
    value,
    ofCall: ofCall.includes(name),
  });
  const { totalMs } = timeouts;
  return [
    {
      title: 'Timeouts',
      lines: [
        line('timeouts.connectMs', 'Connection', formatDuration(timeouts.connectMs)),
        line('timeouts.responseMs', 'Response', formatDuration(timeouts.responseMs)),
        line('timeouts.idleMs', 'Idle', formatDuration(timeouts.idleMs)),
        line('timeouts.totalMs', 'Total', totalMs === null ? 'off' : formatDuration(totalMs)),
      ],
    },
    { title: 'Retry', lines: retryLines(retry, line) },
    {
      title: 'Transport',
      lines: [
        line('redirects', 'Redirects', redirectsInWords(settings.redirects)),
        line('cookies', 'Cookies', settings.cookies ? 'kept' : 'off'),
        line(
          'tls',
          'TLS',
          `${tlsVersionLabel(tls.minVersion)} or newer, ${tls.verify ? '' : 'not '}verified`,
        ),
        line('proxy', 'Proxy', proxyWords[settings.proxy]),
      ],
    },
  ];
}

function retryLines(
  retry: CallSettings['retry'],
  line: (name: string, label: string, value: string) => SettingLine,
): readonly SettingLine[] {
  const retries = line('retry.retries', 'Retries', retry.retries === 0 ? 'off' : String(retry.retries));
  if (retry.retries === 0) return [retries];
  const on = [...(retry.onFailure ? ['failure'] : []), ...retry.codes.map(String)];
  return [
    retries,
    line('retry.firstDelayMs', 'First delay', formatDuration(retry.firstDelayMs)),
    line('retry.factor', 'Factor', `×${String(retry.factor)}`),
    line('retry.longestDelayMs', 'Longest delay', formatDuration(retry.longestDelayMs)),
    line('retry.jitter', 'Jitter', retry.jitter),
    line('retry.codes', 'Retried', on.length === 0 ? 'nothing' : on.join(', ')),
    line('retry.repeatUnsafe', 'POST and PATCH', retry.repeatUnsafe ? 'repeated' : 'not repeated'),
    line('retry.honourRetryAfter', 'Retry-After', retry.honourRetryAfter ? 'honoured' : 'ignored'),
  ];
}
