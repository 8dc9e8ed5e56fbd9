import type { CallResultStatus } from '#shared/response/response-variable.ts';
import type { IconName } from '../icon/icon.tsx';
import type { ChipTone } from './chip.tsx';
import { reasonPhrase } from './reason-phrase.ts';

export interface StatusLook {
  readonly tone: ChipTone;
  readonly icon: IconName;
  /** "404 Not Found", "failure", "exception". */
  readonly words: string;
  /** "404", else the words. */
  readonly brief: string;
}

/** How the result of a call looks: by the class of its code, and where no response came by its status. */
export function statusLook(status: CallResultStatus, statusCode: number | null): StatusLook {
  if (statusCode === null) {
    return status === 'exception'
      ? { tone: 'exception', icon: 'exception', words: status, brief: status }
      : { tone: 'failure', icon: 'unplug', words: status, brief: status };
  }
  const reason = reasonPhrase(statusCode);
  const brief = String(statusCode);
  return { ...classLook(statusCode), brief, words: reason === '' ? brief : `${brief} ${reason}` };
}

function classLook(statusCode: number): Pick<StatusLook, 'tone' | 'icon'> {
  switch (Math.floor(statusCode / 100)) {
    case 2:
      return { tone: 's2xx', icon: 'check' };
    case 3:
      return { tone: 's3xx', icon: 'arrow-right' };
    case 4:
      return { tone: 's4xx', icon: 'warning' };
    case 5:
      return { tone: 's5xx', icon: 'circle-x' };
    default:
      return { tone: 'neutral', icon: 'info' };
  }
}
