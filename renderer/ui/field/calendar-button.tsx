import { Popover as Base } from '@base-ui/react/popover';
import { useRef, useState } from 'react';
import { IconButton } from '../button/icon-button.tsx';
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
const focusedDay = '[role="grid"] [tabindex="0"]';

/** Opens a calendar over the window; picking a day closes it. */
export function CalendarButton({ label, onPick, ...days }: CalendarButtonProps) {
  const [open, setOpen] = useState(false);
  const popupBox = useRef<HTMLDivElement>(null);
  const isPicked = useRef(false);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        isPicked.current = false;
        setOpen(next);
      }}
    >
      <Base.Trigger render={<IconButton icon="calendar" label={label} size={20} />} />
      <InPopupLayer portal={Base.Portal}>
        <Base.Positioner side="top" align="end" sideOffset={GAP_PX} className={popup.positioner}>
          <Base.Popup
            ref={popupBox}
            className={popup.popup}
            aria-label="Calendar"
            initialFocus={() => popupBox.current?.querySelector<HTMLElement>(focusedDay) ?? true}
            // Who has picked a day goes on where they say so; who has not goes back to the button.
            finalFocus={() => !isPicked.current}
          >
            <Calendar
              {...days}
              onPick={(day) => {
                isPicked.current = true;
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
