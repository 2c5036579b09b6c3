import type { Execution } from '../Execution';
import { advancedService } from './advancedService';

/** `People` (serviceId `peopleapi`, version `v1`; https://developers.google.com/apps-script/advanced/people). */
export function people(execution: Execution): object {
  return advancedService(execution, 'People', 'people');
}
