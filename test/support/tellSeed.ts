import { propertySeed } from './propertySeed';

/** Once, before the first test: jest prints no titles of tests that pass. */
export default (): void => console.log(`Properties with seed ${propertySeed}; ROSTER_SEED=<number> chooses other cases.`);
