import type { PropertyStore } from './propertyStore';
import { propertyStore } from './propertyStore';

/** Script properties: one store shared by every actor (https://developers.google.com/apps-script/reference/properties/properties-service). */
export const scriptStore = (): PropertyStore => propertyStore(() => PropertiesService.getScriptProperties());
