import { environmentIdSchema } from '../../ids/ids.ts';
import { personaSchema } from '../../settings/persona.ts';
import { standInsSchema } from '../../stand-in/stand-in.ts';

/** What a run works in besides its flow, as it is chosen now: every channel that makes a run of a flow takes it. */
export const runSurroundings = {
  environmentId: environmentIdSchema.nullable(),
  persona: personaSchema.optional(),
  /** Calls that are not in it go to the network. */
  standIns: standInsSchema.optional(),
};
