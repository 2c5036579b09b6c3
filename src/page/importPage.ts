import { cutRecords } from './cutRecords';
import { decodeBytes } from './decodeBytes';
import { add, begin, button, buttonRow, control, end, showText, tell, view, work } from './screen';

/** 35 MB, as on the server. */
const MOST_BYTES = 35 * 1024 * 1024;

const ABOUT =
  'A CSV file with a header row and a row for each user, as Excel, Sheets or another system saves it: at most 35 MB and 50,000 rows. Passwords in it are not kept.';

/**
 * The page that sends a CSV file to whoever's card opened the upload. The file is read here, so that its encoding can be told from its
 * bytes. A piece that is lost is sent again. Nothing of the file is shown.
 */
export const start = (uploadId: string): void => {
  begin('Import users: a CSV file');
  add(view, 'p', ABOUT);
  add(view, 'label', 'CSV file', { for: 'file' });
  const accept = '.csv,.tsv,.txt,text/csv,text/plain';
  const chosen = control(add(view, 'input', undefined, { type: 'file', id: 'file', accept }), 'file');
  /** Sends the piece that got lost, and those after it. */
  let again: (() => void) | undefined;

  const stop = (...lines: readonly string[]): void => {
    work(false);
    tell(lines.join(' '));
    pressed.focus();
  };

  const send = (name: string, pieces: readonly string[], number: number): void => {
    work(true);
    tell(`Sending: ${Math.floor((100 * number) / pieces.length)} %.`);
    google.script.run
      .withSuccessHandler((answer) => {
        if (answer.refused) return stop(answer.title, ...answer.lines);
        if (!answer.whole) return send(name, pieces, number + 1);
        work(false);
        tell('');
        showText(answer);
        end();
      })
      .withFailureHandler(() => {
        again = () => send(name, pieces, number);
        pressed.textContent = 'Go on';
        stop('Roster did not answer. Nothing is lost: press “Go on” in a minute.');
      })
      .receive(uploadId, { number, isLast: number === pieces.length - 1, text: pieces[number] ?? '', name });
  };

  const read = (file: File): void => {
    work(true);
    tell('Reading the file.');
    const reader = new FileReader();
    reader.onload = () => {
      const made = cutRecords(decodeBytes(new Uint8Array(reader.result as ArrayBuffer)));
      if ('fault' in made) stop(made.fault, 'Correct the file and choose it again.');
      else send(file.name, made.pieces, 0);
    };
    reader.onerror = () => stop('The browser could not read the file. Choose it again.');
    reader.readAsArrayBuffer(file);
  };

  const press = (): void => {
    if (again !== undefined) {
      const goOn = again;
      again = undefined;
      return goOn();
    }
    const file = chosen.files?.[0];
    if (file === undefined) return stop('Choose a file first.');
    if (file.size <= MOST_BYTES) return read(file);
    const megabytes = Math.ceil(file.size / (1024 * 1024)).toLocaleString('en');
    stop(`The file has ${megabytes} MB; 35 MB is the most. Split it, or leave out columns that are not needed.`);
  };

  const pressed = button(buttonRow(), 'Send', press, { class: 'main' });
  chosen.addEventListener('change', () => {
    again = undefined;
    pressed.textContent = 'Send';
    tell('');
  });
  end();
};
