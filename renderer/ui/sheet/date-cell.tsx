import { useState } from 'react';
import { CalendarButton } from '../field/calendar-button.tsx';
import { TextField } from '../field/text-field.tsx';
import { Cell } from './cell.tsx';

/** A day that is typed or picked, within bounds. */
export function DateCell() {
  const [day, setDay] = useState('2025-03-04');
  return (
    <Cell caption="date, from a calendar" width={220}>
      <TextField
        label="Day"
        value={day}
        onChange={setDay}
        end={
          <CalendarButton
            label="Pick a day"
            value={/^\d{4}-\d\d-\d\d$/.test(day) ? day : null}
            earliest="2025-03-01"
            latest="2025-03-31"
            onPick={setDay}
          />
        }
      />
    </Cell>
  );
}
