import { answer, problem, type SampleAnswer } from './sample-answer.ts';
import { sampleParcels } from './sample-data.ts';

/** A carrier that is often busy, so that retries have something to do. */
export interface SampleCarrier {
  find(track: string): SampleAnswer;
}

/** Requests for a parcel that are turned away before one is answered. */
const busyTimes = 2;

/** A carrier that answers every third request for a parcel: each flow that retries sees the same, as often as it runs. */
export function createCarrier(): SampleCarrier {
  const turnedAway = new Map<string, number>();
  return {
    find: (track) => {
      const parcel = sampleParcels.find((each) => each.track === track);
      if (parcel === undefined) return problem(404, 'No such parcel', `There is no parcel ${track}.`);
      const times = turnedAway.get(track) ?? 0;
      turnedAway.set(track, times < busyTimes ? times + 1 : 0);
      return times < busyTimes
        ? problem(503, 'Busy', 'The carrier is busy. Please try again in a moment.')
        : answer(parcel);
    },
  };
}
