import type { Execution } from '../Execution';
import { strict } from '../strict';
import { bindFace, snapshot, type Json, type Part } from './Part';
import { nameOfArgument, type Parameter } from './Parameter';

/** One class of CardService: its members and what it starts as. */
export interface PartClass {
  readonly className: string;
  /** For widgets: the name in the union of widgets; `button` for buttons, which stand in a list of one. */
  readonly widget?: string;
  readonly start?: () => Json;
  readonly members: Readonly<Record<string, Member>>;
}

export interface Member {
  /** Argument lists it accepts; the first that fits is used. */
  readonly takes: readonly (readonly Parameter[])[];
  /** Changes the part. What it returns goes to the script; undefined means the part itself, for chaining. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the values have the types that `takes` read
  does(part: Part, values: readonly any[], at: Making): unknown;
}

/** What a member may ask of its surroundings. */
export interface Making {
  readonly execution: Execution;
  /** Ends the call with an exception of this text. */
  refuse(message: string): never;
  /** The script's face of a finished object, e.g. the Card of a CardBuilder. */
  finish(className: string, json: Json): object;
}

/** Puts the one argument into a field. */
export const sets = (field: string, parameter: Parameter): Member => ({
  takes: [[parameter]],
  does: (part, [value]) => void (part.json[field] = value),
});

/** Puts the JSON of the one argument, an object of CardService, into a field. */
export const setsPart = (field: string, parameter: Parameter): Member => ({
  takes: [[parameter]],
  does: (part, [value]) => void (part.json[field] = snapshot(value as Part)),
});

/** Appends `entry` to the list in `field`. */
export function append(part: Part, field: string, entry: unknown): unknown[] {
  const list = (part.json[field] ?? []) as unknown[];
  part.json[field] = list;
  list.push(entry);
  return list;
}

/** For debugging only, as the reference says; the text is the JSON of the object. */
export const printJson: Member = { takes: [[]], does: (part) => JSON.stringify(part.json) };

/** A new object of `of`, as the script holds it. */
export function newPart(
  execution: Execution,
  of: PartClass,
  classes: ReadonlyMap<string, PartClass>,
  json: Json = of.start?.() ?? {},
): object {
  const part: Part = { className: of.className, json, widget: of.widget, widgetId: undefined };
  const making: Making = {
    execution,
    refuse: (message) => {
      throw execution.exception(message);
    },
    finish: (className, finished) => newPart(execution, classes.get(className) as PartClass, classes, finished),
  };
  const members: Record<string, unknown> = { toString: () => of.className };
  for (const [name, member] of Object.entries(of.members)) {
    members[name] = (...given: unknown[]) => {
      const values = matched(member, given);
      if (values === undefined) {
        making.refuse(
          `The parameters (${given.map(nameOfArgument).join(',')}) don't match the method signature for CardService.${of.className}.${name}.`,
        );
      }
      const result = member.does(part, values, making);
      return result === undefined ? face : result;
    };
  }
  const face = strict(`CardService.${of.className}`, members);
  bindFace(face, part);
  return face;
}

function matched(member: Member, given: readonly unknown[]): unknown[] | undefined {
  const fit = member.takes.find((list) => list.length === given.length && list.every((parameter, i) => parameter.accepts(given[i])));
  return fit?.map((parameter, i) => parameter.read(given[i]));
}
