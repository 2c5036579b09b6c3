import type { Problem } from '../core/base/Problem';
import type { WidgetSpec } from './CardSpec';

const codes = ['platform.scopeMissing', 'platform.authorizationRequired', 'google.scopeMissing'];

/** Below a problem: the way to Google's consent page, when a permission of the person at the keyboard is missing. */
export const permissionsFor = (problem: Problem): WidgetSpec[] =>
  codes.includes(problem.code) && problem.data['operator'] !== true
    ? [{ permissions: { text: 'Google asks once more for what is missing.' } }]
    : [];
