import type { Execution } from '../Execution';
import { advancedService } from './advancedService';

/** `AdminDirectory` (serviceId `admin`, version `directory_v1`; https://developers.google.com/apps-script/advanced/admin-sdk-directory). */
export function adminDirectory(execution: Execution): object {
  return advancedService(execution, 'AdminDirectory', 'directory');
}
