/** Hexadecimal digits of a request's id by which a mail names it. */
const digits = 12;

/** By which Gmail's card knows what a mail is about; not a secret, and no proof of anything. Stands at the end of the subject, where no name can put one. */
export const mailTag = (requestId: string): string => `[Roster ${requestId.slice(0, digits)}]`;

/** How a request's id begins that a subject names; undefined when it names none. */
export const referenceIn = (subject: string): string | undefined =>
  new RegExp(`\\[Roster ([0-9a-f]{${digits}})\\]\\s*$`).exec(subject)?.[1];
