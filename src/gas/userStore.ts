import type { PropertyStore } from './propertyStore';
import { propertyStore } from './propertyStore';

/** User properties of the effective user (https://developers.google.com/apps-script/reference/properties/properties-service). */
export const userStore = (): PropertyStore => propertyStore(() => PropertiesService.getUserProperties());
