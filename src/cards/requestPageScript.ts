/**
 * What the page does in the browser; `REQUEST` is put before it. Every text goes in as text. One call at a time: while it is under
 * way all buttons are off, so that pressing twice decides once. A new view has the focus on its heading; back in an earlier one it is
 * on the control that led away. `TURNS` are signs that turn the order of what follows around: a name could read as another one.
 * What a filter or a further page shows is told as well: the heading stays the same. `kept` holds further pages of contacts, until
 * somebody looks at a target anew.
 */
export const requestPageScript = `
var heading = document.getElementById('heading'), said = document.getElementById('said'), view = document.getElementById('view'), main = document.getElementById('main');
var controls = [], named = {}, kept = {}, busy = false, shown, targetsAsked = { page: 0, only: 'all' };
var TURNS = /[\\u202a-\\u202e\\u2066-\\u2069]/g;

function plain(text) {
  return String(text).replace(TURNS, '\\ufffd');
}
function add(parent, tag, text, attributes) {
  var made = document.createElement(tag);
  if (text !== undefined) made.textContent = plain(text);
  for (var name in attributes || {}) made.setAttribute(name, attributes[name]);
  parent.appendChild(made);
  return made;
}
function button(parent, text, press, attributes) {
  var made = add(parent, 'button', text, Object.assign({ type: 'button' }, attributes));
  made.addEventListener('click', function () { if (!busy) press(); });
  controls.push(made);
  named[attributes && attributes['aria-label'] || text] = made;
  return made;
}
function fact(list, term, text) {
  add(list, 'dt', term);
  add(list, 'dd', text);
}
function section(title) {
  var made = add(view, 'section', undefined, { 'aria-label': title });
  add(made, 'h2', title);
  return made;
}
function items(parent, texts, attributes) {
  var list = add(parent, 'ul', undefined, attributes);
  texts.forEach(function (text) { add(list, 'li', text); });
}
function moment(milliseconds) {
  return new Date(milliseconds).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
function tell(text, look) {
  said.setAttribute('class', look || '');
  said.textContent = plain(text);
}
function begin(title) {
  view.textContent = '';
  controls = [];
  named = {};
  heading.textContent = plain(title);
}
function end(name) {
  main.setAttribute('aria-busy', 'false');
  (name && named[name] || heading).focus();
}
function work(isOn) {
  busy = isOn;
  main.setAttribute('aria-busy', String(isOn));
  controls.forEach(function (one) { one.disabled = isOn; });
}
function call(send, answered, lost) {
  if (busy) return;
  var focused = document.activeElement;
  work(true);
  tell('One moment.');
  send(google.script.run
    .withSuccessHandler(function (answer) { work(false); tell(''); answered(answer); })
    .withFailureHandler(function () { work(false); tell(lost); if (focused) focused.focus(); }));
}
function ask(options, answered) {
  call(function (run) { run.showPage(REQUEST, options); }, answered, 'Roster did not answer. Try again in a minute.');
}

function load() {
  ask({ view: 'request' }, showAnswer);
}
function showAnswer(answer) {
  if (answer.request) return showRequest(answer);
  begin(answer.title);
  answer.lines.forEach(function (line) { add(view, 'p', line); });
  button(add(view, 'div', undefined, { 'class': 'buttons' }), 'Refresh', load);
  end();
}

function showSummary(request) {
  var summary = request.summary, facts = add(view, 'dl');
  fact(facts, 'Status', request.status);
  if (request.reason) fact(facts, 'Why', request.reason);
  fact(facts, 'Asked by', request.isMine ? summary.requester + ' (you)' : summary.requester);
  if (summary.description) fact(facts, 'Description', summary.description);
  if (request.startAt) fact(facts, 'Starts', 'not before ' + moment(request.startAt));
  if (request.state === 'approved') fact(facts, request.kind === 'settings' ? 'Takes effect at the latest' : 'Starts at the latest', moment(request.nextLookAt));
  if (request.code) fact(facts, 'Code (the mail and Gmail show the same one)', request.code);
  items(section('What is asked'), request.asked);
  if (summary.totals.length > 0) items(section('In all'), summary.totals.concat(request.days ? ['Spread over days: ' + request.days] : []));
  if (summary.risks.length > 0) items(section('Beware'), summary.risks, { 'class': 'risks' });
}
function showDeciding(request) {
  var part = section('Decisions'), facts = add(part, 'dl');
  if (request.preApprovalId) fact(facts, 'Pre-approval', request.preApprovalId);
  else if (request.needed === 0) fact(facts, 'Let through by', 'the settings, which ask for no officer');
  else fact(facts, 'Approvals', request.approvals + ' of ' + request.needed);
  request.decisions.forEach(function (one) {
    var state = one.refused ? ' (does not count)' : one.verified ? '' : ' (Roster still has to check it)';
    fact(facts, (one.decision === 'approve' ? 'Approved on ' : 'Denied on ') + moment(one.at), one.by + (one.isMine ? ' (you)' : '') + (one.reason ? ': ' + one.reason : '') + state);
  });
  if (request.state === 'waiting') fact(facts, 'Waits until', moment(request.expiresAt) + (request.kind === 'settings' ? '; then it expires' : '; then it expires and never runs'));
}
function showRequest(answer, from) {
  shown = answer;
  var request = answer.request;
  begin(answer.title);
  showSummary(request);
  showDeciding(request);
  if (request.results.length > 0) items(section('Results'), request.results);
  var buttons = add(view, 'div', undefined, { 'class': 'buttons' });
  if (request.mayDecide) {
    button(buttons, 'Approve', function () { confirmDecision('approve'); }, { 'class': 'main' });
    button(buttons, 'Deny', function () { confirmDecision('deny'); });
  }
  if (request.hasTargets) button(buttons, 'See each target', function () { showTargets(0, 'all'); });
  button(buttons, 'Refresh', load);
  if (answer.decided) tell(answer.decided.join(' '));
  end(from);
}
function goBack(from) {
  tell('');
  showRequest({ title: shown.title, request: shown.request }, from);
}

function confirmDecision(decision) {
  var request = shown.request, approves = decision === 'approve', reason, missing;
  tell('');
  begin((approves ? 'Approve' : 'Deny') + ' “' + shown.title + '”?');
  showSummary(request);
  if (!approves) {
    add(view, 'label', 'Reason (required). The person who asked reads it.', { 'for': 'reason' });
    missing = add(view, 'p', '', { id: 'missing', 'class': 'missing' });
    reason = add(view, 'textarea', undefined, { id: 'reason', maxlength: '300', required: '', 'aria-describedby': 'missing lasting' });
  }
  var after = request.kind === 'settings' ? '' : approves ? ' A run can be stopped.' : ' The request never runs.';
  add(view, 'p', 'Your decision stays: it cannot be taken back.' + after, { id: 'lasting' });
  var buttons = add(view, 'div', undefined, { 'class': 'buttons' });
  button(buttons, approves ? 'Confirm approval' : 'Confirm denial', function () {
    if (reason && reason.value.trim() === '') {
      missing.textContent = 'There is no reason yet. Write one, then confirm again.';
      reason.setAttribute('aria-invalid', 'true');
      reason.focus();
      return;
    }
    call(function (run) { run.decide(REQUEST, request.digest, decision, reason ? reason.value : ''); }, decided, 'Roster did not answer. Your decision may have been noted: go back and press Refresh to see.');
  }, { 'class': 'main' });
  button(buttons, 'Cancel', function () { goBack(approves ? 'Approve' : 'Deny'); });
  end();
}
function decided(answer) {
  if (!answer.request) return showAnswer(answer);
  showRequest(answer);
}

function counted(list, text) {
  return list.pages < 2 ? text : text + ' Page ' + (list.page + 1) + ' of ' + list.pages + '.';
}
function steps(list, go, back, where) {
  var nav = add(view, 'nav', undefined, { 'aria-label': 'Pages' + where, 'class': 'buttons' });
  function step(text, press) { button(nav, text, press, where && { 'aria-label': text + where }); }
  step(back.text, back.go);
  if (list.page > 0) step('Previous page', function () { go(list.page - 1); });
  if (where && list.pages > 1) add(nav, 'span', 'Page ' + (list.page + 1) + ' of ' + list.pages);
  if (list.page < list.pages - 1) step('Next page', function () { go(list.page + 1); });
}
function showLines(list, go, back, showLine) {
  steps(list, go, back, '');
  var lines = add(view, 'ul', undefined, { 'class': 'lines' });
  list.lines.forEach(function (one) { showLine(add(lines, 'li'), one); });
  if (list.lines.length > 10) steps(list, go, back, ', below the list');
}
function showTargets(page, only, from) {
  ask({ view: 'targets', page: page, only: only }, function (answer) {
    var targets = answer.targets;
    if (!targets) return showAnswer(answer);
    var actions = shown.request.summary.actions, many = targets.total.toLocaleString('en');
    var told = targets.total === 0 ? 'There is none.' : counted(targets, actions.length > 1 ? many + ' lines, one for each action of a target.' : many + ' in all.');
    targetsAsked = { page: targets.page, only: only };
    begin('Targets of “' + shown.title + '”');
    var label = add(view, 'label'), box = add(label, 'input', undefined, { type: 'checkbox' });
    add(label, 'span', ' Only targets with a warning or a refusal');
    box.checked = only === 'noted';
    box.addEventListener('change', function () { showTargets(0, box.checked ? 'noted' : 'all', 'filter'); });
    controls.push(box);
    named.filter = box;
    add(view, 'p', told);
    if (from === 'filter' || from === 'page') tell(told, 'heard');
    showLines(targets, function (next) { showTargets(next, only, 'page'); }, { text: 'Back to the request', go: function () { goBack('See each target'); } }, function (item, one) {
      add(item, 'strong', one.address);
      if (actions.length > 1) add(item, 'p', 'Action ' + (one.action + 1) + ': ' + (actions[one.action] || ''));
      add(item, 'p', one.plan);
      if (one.warning) add(item, 'p', 'Beware: ' + one.warning);
      if (one.result) add(item, 'p', one.result);
      if (one.hasContacts) {
        var seeContacts = 'See each contact at ' + one.address + (actions.length > 1 ? ', action ' + (one.action + 1) : '');
        button(item, 'See each contact', function () { kept = {}; showContacts(one, 0, seeContacts); }, { 'aria-label': seeContacts });
      }
    });
    end(from);
  });
}
function showContacts(target, page, from) {
  if (kept[page]) return showContactPage(target, kept[page], from);
  ask({ view: 'contacts', page: page, action: target.action, target: target.target }, function (answer) {
    var contacts = answer.contacts;
    if (!contacts) return showAnswer(answer);
    for (var next = 0; next === 0 || next * contacts.size < contacts.lines.length; next += 1) {
      kept[contacts.page + next] = Object.assign({}, contacts, { page: contacts.page + next, lines: contacts.lines.slice(next * contacts.size, (next + 1) * contacts.size) });
    }
    showContactPage(target, kept[contacts.page], from);
  });
}
function showContactPage(target, contacts, from) {
  var told = counted(contacts, contacts.summary);
  begin('Contacts at ' + contacts.address);
  add(view, 'p', told);
  if (contacts.page > 0) tell(told, 'heard');
  if (contacts.unread) add(view, 'p', 'Names cannot be read now. ' + contacts.unread);
  showLines(contacts, function (next) { showContacts(target, next, from); }, { text: 'Back to the targets', go: function () { showTargets(targetsAsked.page, targetsAsked.only, from); } }, function (item, one) {
    add(item, 'strong', one.name);
    if (one.emails) add(item, 'p', one.emails);
    add(item, 'p', one.fate);
    if (one.changed) add(item, 'p', 'Changed: ' + one.changed);
  });
  end();
}

load();
`;
