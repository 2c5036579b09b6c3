/**
 * What the page does in the browser with a CSV file; `UPLOAD` is put before it. The file is read here, so that its encoding can be told
 * from its bytes, and cut between records: a quoted cell may hold line breaks. A piece that is lost is sent again. Nothing of the file
 * is shown. 35 MB and 50,000 rows of users are the most, as on the server.
 */
export const importPageScript = `
var heading = document.getElementById('heading'), said = document.getElementById('said'), view = document.getElementById('view'), main = document.getElementById('main');
var MOST_BYTES = 36700160, MOST_ROWS = 51000, PIECE = 400000, LONGEST = 1000000, busy = false, chosen, sent, again;

function add(parent, tag, text, attributes) {
  var made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  for (var name in attributes || {}) made.setAttribute(name, attributes[name]);
  parent.appendChild(made);
  return made;
}
function tell(text) {
  said.textContent = text;
}
function grouped(number) {
  return Number(number).toLocaleString('en');
}
function decode(bytes) {
  var first = bytes[0], second = bytes[1], zeros = [0, 0], most = Math.min(bytes.length, 4000);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (var at = 0; at < most; at += 1) if (bytes[at] === 0) zeros[at % 2] += 1;
  if (zeros[1] > most / 4 && zeros[0] < zeros[1] / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros[0] > most / 4 && zeros[1] < zeros[0] / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (refused) {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
function cut(text) {
  var pieces = [], rows = 1, from = 0, quoted = false, fresh = true, opened = 0;
  for (var at = 0; at < text.length; at += 1) {
    var sign = text[at];
    if (quoted) {
      if (at - from > LONGEST) return { fault: 'A quote that begins in row ' + grouped(opened) + ' seems never to end.' };
      if (sign === '"') {
        if (text[at + 1] === '"') at += 1;
        else quoted = false;
      }
      continue;
    }
    if (sign === '"' && fresh) {
      quoted = true;
      opened = rows;
    } else if (sign === '\\n' || (sign === '\\r' && text[at + 1] !== '\\n')) {
      if (at + 1 < text.length) rows += 1;
      if (at + 1 - from >= PIECE) {
        pieces.push(text.slice(from, at + 1));
        from = at + 1;
      }
    } else if (at - from > LONGEST) return { fault: 'Row ' + grouped(rows) + ' has no end.' };
    fresh = sign === '\\n' || sign === '\\r' || sign === ',' || sign === ';' || sign === '\\t' || sign === '|' || (fresh && sign === '\\ufeff');
  }
  if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
  return rows > MOST_ROWS ? { fault: 'The file has ' + grouped(rows) + ' rows; an import takes 50,000. Split it into several.' } : { pieces: pieces };
}
function work(isOn) {
  busy = isOn;
  main.setAttribute('aria-busy', String(isOn));
  sent.disabled = isOn;
  chosen.disabled = isOn;
}
function stop(lines) {
  work(false);
  tell(lines.join(' '));
  sent.focus();
}
function whole(answer) {
  main.setAttribute('aria-busy', 'false');
  view.textContent = '';
  tell('');
  heading.textContent = answer.title;
  answer.lines.forEach(function (line) { add(view, 'p', line); });
  heading.focus();
}
function send(file, pieces, number) {
  tell('Sending: ' + Math.floor(100 * number / pieces.length) + ' %.');
  google.script.run
    .withSuccessHandler(function (answer) {
      if (answer.whole) return whole(answer);
      if (answer.refused) return stop([answer.title].concat(answer.lines));
      send(file, pieces, number + 1);
    })
    .withFailureHandler(function () {
      again = function () { work(true); send(file, pieces, number); };
      sent.textContent = 'Go on';
      stop(['Roster did not answer. Nothing is lost: press “Go on” in a minute.']);
    })
    .receive(UPLOAD, { number: number, isLast: number === pieces.length - 1, text: pieces[number], name: file.name });
}
function start() {
  if (busy) return;
  if (again) {
    var goOn = again;
    again = undefined;
    return goOn();
  }
  var file = chosen.files && chosen.files[0];
  if (!file) return stop(['Choose a file first.']);
  if (file.size > MOST_BYTES) return stop(['The file has ' + grouped(Math.ceil(file.size / 1048576)) + ' MB; 35 MB is the most. Split it, or leave out columns that are not needed.']);
  work(true);
  tell('Reading the file.');
  var reader = new FileReader();
  reader.onload = function () {
    var made = cut(decode(new Uint8Array(reader.result)));
    if (made.fault) stop([made.fault, 'Correct the file and choose it again.']);
    else send(file, made.pieces, 0);
  };
  reader.onerror = function () { stop(['The browser could not read the file. Choose it again.']); };
  reader.readAsArrayBuffer(file);
}

add(view, 'p', 'A CSV file with a header row and a row for each user, as Excel, Sheets or another system saves it: at most 35 MB and 50,000 rows. Passwords in it are not kept.');
add(view, 'label', 'CSV file', { 'for': 'file' });
chosen = add(view, 'input', undefined, { type: 'file', id: 'file', accept: '.csv,.tsv,.txt,text/csv,text/plain' });
chosen.addEventListener('change', function () {
  again = undefined;
  sent.textContent = 'Send';
  tell('');
});
sent = add(add(view, 'div', undefined, { 'class': 'buttons' }), 'button', 'Send', { type: 'button', 'class': 'main' });
sent.addEventListener('click', start);
main.setAttribute('aria-busy', 'false');
heading.focus();
`;
