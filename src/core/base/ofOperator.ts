import { problem, type Problem } from './Problem';

/** A permission that was missing where Roster works as its operator: whoever reads of it cannot grant it themself. */
export const ofOperator = (found: Problem): Problem =>
  found.code === 'platform.scopeMissing' ? problem(found.code, { ...found.data, operator: true }) : found;
