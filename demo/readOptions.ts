import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Files in Google's own export formats; undefined = the sample company's. */
  readonly users: string | undefined;
  readonly members: string | undefined;
  readonly contacts: readonly { readonly user: string; readonly file: string }[];
  readonly targets: string | undefined;
  readonly source: string | undefined;
  /** Undefined = not said; empty = all contacts. */
  readonly label: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly again: boolean;
}

/** Reads the command line; what cannot be understood is said in one line. */
export function readOptions(words: readonly string[]): DemoOptions | { readonly wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        users: { type: 'string' },
        members: { type: 'string' },
        contacts: { type: 'string', multiple: true },
        targets: { type: 'string' },
        source: { type: 'string' },
        label: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        again: { type: 'boolean', default: false },
      },
    });
    const contacts = (values.contacts ?? []).map((text) => {
      const at = text.indexOf('=');
      return { user: text.slice(0, at).trim().toLowerCase(), file: text.slice(at + 1) };
    });
    const broken = contacts.find(({ user, file }) => !user.includes('@') || file === '');
    if (broken !== undefined) return { wrong: '--contacts takes USER=FILE, for example --contacts ann@example.com=contacts.csv' };
    return {
      users: values.users,
      members: values.members,
      contacts,
      targets: values.targets,
      source: values.source?.trim().toLowerCase(),
      label: values.label,
      out: values.out,
      json: values.json ?? false,
      again: values.again ?? false,
    };
  } catch (error) {
    return { wrong: (error as Error).message };
  }
}
