export type Json = Record<string, unknown>;

/** An object of CardService in the making: what the script holds is a strict face of it. */
export interface Part {
  /** Class name in the reference, e.g. `TextButton`, `CardBuilder`, `Card`. */
  readonly className: string;
  /** Fields of the JSON it becomes. */
  readonly json: Json;
  /** Set for widgets: the name it has in the union of widgets, e.g. `textParagraph`. */
  readonly widget: string | undefined;
  /** Widget id, kept beside the widget's own fields. */
  widgetId: string | undefined;
}

const faces = new WeakMap<object, Part>();

/** Remembers which object the script holds for a part. */
export function bindFace(face: object, part: Part): void {
  faces.set(face, part);
}

/** The part behind an object the script holds or returns; undefined for anything that is not of CardService. */
export function partOf(value: unknown): Part | undefined {
  return typeof value === 'object' && value !== null ? faces.get(value) : undefined;
}

/**
 * The JSON of a part as it is now. Adding one object to another copies it: later changes to the added one are lost
 * (https://developers.google.com/workspace/add-ons/concepts/widgets).
 */
export function snapshot(part: Part): Json {
  return structuredClone(part.json);
}

/** The JSON of a part as a member of a section's widgets. A lone button becomes a list of one. */
export function widgetSnapshot(part: Part): Json {
  const id = part.widgetId === undefined ? {} : { id: part.widgetId };
  if (part.widget === 'button') return { ...id, buttonList: { buttons: [snapshot(part)] } };
  return { ...id, [part.widget ?? '']: snapshot(part) };
}
