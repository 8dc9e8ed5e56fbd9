/** The parts of an endpoint that may be left to the settings of whoever calls. */
export const inheritedParts = ['timeouts', 'retry'] as const;

export type InheritedPart = (typeof inheritedParts)[number];
