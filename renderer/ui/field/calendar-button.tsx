import { Popover as Base } from '@base-ui/react/popover';
import { useState } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import popup from '../overlay/popup.module.css';
import { InPopupLayer } from '../overlay/popup-layer.tsx';
import { Calendar } from './calendar.tsx';

interface CalendarButtonProps {
  readonly label: string;
  readonly value: string | null;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly onPick: (day: string) => void;
}

const GAP_PX = 4;

/** Opens a calendar over the window; picking a day closes it. */
export function CalendarButton({ label, onPick, ...days }: CalendarButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger render={<IconButton icon="calendar" label={label} size={20} />} />
      <InPopupLayer portal={Base.Portal}>
        <Base.Positioner side="top" align="end" sideOffset={GAP_PX} className={popup.positioner}>
          <Base.Popup className={classNames(popup.popup)} aria-label="Calendar">
            <Calendar
              {...days}
              onPick={(day) => {
                setOpen(false);
                onPick(day);
              }}
            />
          </Base.Popup>
        </Base.Positioner>
      </InPopupLayer>
    </Base.Root>
  );
}
