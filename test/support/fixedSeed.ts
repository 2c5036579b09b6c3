import fc from 'fast-check';
import { propertySeed } from './propertySeed';

fc.configureGlobal({ seed: propertySeed });
