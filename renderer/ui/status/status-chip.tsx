import type { CallResultStatus } from '#shared/response/response-variable.ts';
import { Chip } from './chip.tsx';
import { statusLook } from './status-look.ts';

export interface StatusChipProps {
  readonly status: CallResultStatus;
  readonly statusCode: number | null;
  /** More than one attempt ended like this: "503 ×3". */
  readonly times?: number | undefined;
  /** Only the code, without icon and reason: for cards and rows. */
  readonly brief?: boolean | undefined;
  /** What a failure was, in a word or two: "failure: refused". */
  readonly cause?: string | undefined;
  readonly size?: 'm' | 'l' | undefined;
}

/** The result of a call in the colour of its class and in words. */
export function StatusChip({ status, statusCode, times = 1, brief = false, cause, size }: StatusChipProps) {
  const look = statusLook(status, statusCode);
  const words = brief ? look.brief : look.words;
  return (
    <Chip tone={look.tone} icon={brief ? undefined : look.icon} size={size}>
      {statusCode === null && cause !== undefined ? `${words}: ${cause}` : words}
      {times > 1 && ` ×${times}`}
    </Chip>
  );
}
