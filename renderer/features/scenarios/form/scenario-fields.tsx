import { AnswersRow } from './answers-row.tsx';
import { DataRow } from './data-row.tsx';
import { ExpectationsRow } from './expectations-row.tsx';
import { InputsRow } from './inputs-row.tsx';
import { LimitsRow } from './limits-row.tsx';
import { PersonaRow } from './persona-row.tsx';
import { SetupRows } from './setup-rows.tsx';
import { SnapshotRow } from './snapshot-row.tsx';
import { StandInsRow } from './stand-ins-row.tsx';

/** All parts of a scenario as fields. */
export function ScenarioFields() {
  return (
    <>
      <SetupRows />
      <InputsRow />
      <AnswersRow />
      <StandInsRow />
      <ExpectationsRow />
      <SnapshotRow />
      <DataRow />
      <PersonaRow />
      <LimitsRow />
    </>
  );
}
