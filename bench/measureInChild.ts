import { measurements, type MeasurementName } from './measurement';

// Started by runInChildren with the name of one measurement.
const measured = measurements[process.argv[2] as MeasurementName]();
process.send?.(measured);
