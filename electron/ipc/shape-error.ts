import type { z } from 'zod';

/**
 * A value that crossed the boundary and did not have its channel's shape. It names the places and never the values,
 * because this error is logged and the value may be a secret.
 */
export class ShapeError extends Error {
  constructor(what: string, error: z.ZodError) {
    const places = error.issues.map(({ code, path }) => `${code} at ${path.map(String).join('.') || 'top'}`);
    super(`${what} has the wrong shape: ${places.slice(0, 10).join('; ')}`);
    this.name = 'ShapeError';
  }
}
