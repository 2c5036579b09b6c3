import { forgeClick } from '../support/forgeClick';
import { addCustomer, called, customersAt, lastRequest, makeSync, preview, teamOf, userOf } from '../support/syncHands';
import type { OfficerCompany } from '../support/officers';
import { desks } from './desk';
import { readable } from './readable';

const desk = desks();

/** An edit of a sync, with everything that can become of a contact. */
const edited = (company: OfficerCompany): void => {
  makeSync(company, customersAt(company, teamOf(company)));
  const { people } = company.world;
  const { source, sam } = company;
  people.editContact(source.id, called(company, source, 'Ada Byron'), { emailAddresses: [{ value: 'ada@new.test' }] });
  people.deleteContact(source.id, called(company, source, 'Grace Hopper'));
  for (let index = 0; index < 60; index += 1) addCustomer(company, `Contact ${index}`);
  people.editContact(sam.id, called(company, sam, 'Katherine Johnson'), { nicknames: [{ value: 'Kathy' }] });
  preview(company, { ...customersAt(company, teamOf(company), userOf(company.sue)), name: 'Customers for all' });
  send(company);
};

const send = (company: OfficerCompany): void => {
  const { id, d } = lastRequest(company);
  forgeClick(company, company.admin, 'sendRequest', { request: id, digest: d });
};

it('B1: the request of a sync: who reads it sees what goes by name, what is written, and page by page what is new', async () => {
  const { company, follow } = await desk(undefined, edited);
  const reader = await follow(company.olga);
  await reader.reads('Customers for all');
  await readable(reader, 'sync');
  await reader.press('See each target');
  await reader.reads(/^Targets/);
  await readable(reader, 'sync-targets');
  await reader.press('See each contact at sam@acme.test');
  await reader.reads(/^Contacts/);
  await readable(reader, 'sync-contacts');
  const read = (await reader.frame.getByRole('listitem').allInnerTexts()).join('\n');
  expect(read).toMatch(/^Grace Hopper[^]*Deleted: the source has it no more/);
  expect(read).toMatch(/Katherine Johnson[^]*Updated: takes away nicknames \(its owner edited it\)[^]*New, with names/);
  await reader.press('Next page');
  await reader.reads(/^Contacts/);
  expect(await reader.said()).toContain('Page 2 of 2.');
  await readable(reader, 'sync-contacts-2');
});

it('B6: the undo of a run: what goes and what cannot be taken back', async () => {
  const { company, follow } = await desk(undefined, (one) => {
    makeSync(one, customersAt(one, teamOf(one)));
    one.world.people.editContact(one.sam.id, called(one, one.sam, 'Ada Byron'), { nicknames: [{ value: 'Countess' }] });
    one.scheduler.runUntil(one.world.clock.now() + 600_000);
    forgeClick(one, one.admin, 'askForUndo', { request: lastRequest(one).id });
    one.scheduler.runNext();
    send(one);
  });
  const reader = await follow(company.olga);
  await reader.reads(/^Undo/);
  await readable(reader, 'undo');
  await reader.press('See each target');
  await reader.reads(/^Targets/);
  await readable(reader, 'undo-targets');
  await reader.press('See each contact at sam@acme.test');
  await reader.reads(/^Contacts/);
  await readable(reader, 'undo-contacts');
  expect(await reader.text()).toContain('Skipped: its owner edited it since');
});
