/** Properties try the same cases at every run, so that a red run is somebody's change; `ROSTER_SEED` chooses others. */
export const propertySeed = Number(process.env['ROSTER_SEED'] ?? 20_260_302);
