import { World } from '../../../simulator/World';

const company = () => {
  const world = new World();
  world.directory.addCustomer({ domains: ['acme.example'] });
  const add = (name: string) =>
    world.directory.addUser({ primaryEmail: `${name}@acme.example`, name: { givenName: name, familyName: 'Park' } }).id;
  const [roster, ada, ben] = ['roster', 'ada', 'ben'].map(add) as [string, string, string];
  const results = (userId: string) =>
    world.mail
      .headersOf(world.mail.inbox(userId).at(-1)!)
      .filter(([name]) => name === 'Authentication-Results')
      .map(([, value]) => value);
  return { world, roster, ada, ben, results };
};

describe('a mailbox', () => {
  it('has its own id for a mail that others got, too; the header Message-ID is the same everywhere', () => {
    const { world, roster, ada, ben } = company();
    world.mail.send({ senderId: roster, from: 'roster@acme.example', to: ['ada@acme.example', 'ben@acme.example'], subject: 'One' });
    const [hers, his] = [world.mail.inbox(ada)[0]!, world.mail.inbox(ben)[0]!];
    expect(hers.id).not.toBe(his.id);
    expect(hers.messageIdHeader).toBe(his.messageIdHeader);
    expect(world.mail.message(ada, hers.id)).toBe(hers);
    expect(world.mail.message(ben, hers.id)).toBeUndefined();
  });

  it('puts an answer with the same subject into the thread, and nothing else', () => {
    const { world, ada } = company();
    const first = world.mail.deliver({ from: 'eve@else.example', to: ['ada@acme.example'], subject: 'Plan' });
    const answer = { from: 'eve@else.example', to: ['ada@acme.example'], headers: [['In-Reply-To', first.messageIdHeader]] as const };
    world.mail.deliver({ ...answer, subject: 'Re: Plan' });
    world.mail.deliver({ ...answer, subject: 'Another' });
    world.mail.deliver({ from: 'eve@else.example', to: ['ada@acme.example'], subject: 'Plan' });
    const [one, two, three, four] = world.mail.inbox(ada).map(({ threadId }) => threadId);
    expect(two).toBe(one);
    expect(new Set([one, three, four]).size).toBe(3);
    expect(world.mail.thread(ada, one!)).toHaveLength(2);
  });
});

describe('mail from outside', () => {
  it('that claims an address of the company fails Authentication-Results', () => {
    const { world, ada, results } = company();
    const mail = world.mail.deliver({ from: 'Roster@acme.example', name: 'Roster', to: ['ada@acme.example'], subject: 'Approve this' });
    expect(mail).toMatchObject({ from: 'roster@acme.example', senderId: undefined });
    expect(results(ada)).toEqual(['mx.google.com; spf=fail smtp.mailfrom=roster@acme.example; dmarc=fail header.from=acme.example']);
  });

  it('passes SPF with an envelope of its own, and still fails DMARC', () => {
    const { world, ada, results } = company();
    world.mail.deliver({
      from: 'roster@acme.example',
      envelopeFrom: 'eve@else.example',
      to: ['ada@acme.example'],
      subject: 'Approve this',
    });
    expect(results(ada)).toEqual(['mx.google.com; spf=pass smtp.mailfrom=eve@else.example; dmarc=fail header.from=acme.example']);
  });

  it('says nothing of DMARC for a domain that has none', () => {
    const { world, ada, results } = company();
    world.mail.deliver({ from: 'roster@acme.example', to: ['ada@acme.example'], subject: 'Approve this', authentication: 'none' });
    expect(results(ada)).toEqual(['mx.google.com; spf=none smtp.mailfrom=roster@acme.example']);
  });

  it('brings headers of its own, below those that Gmail wrote', () => {
    const { world, ada, results } = company();
    const forged = 'mx.google.com; dmarc=pass header.from=acme.example';
    world.mail.deliver({
      from: 'roster@acme.example',
      to: ['ada@acme.example'],
      subject: 'Approve this',
      messageIdHeader: '<copied@mail.gmail.com>',
      headers: [['Authentication-Results', forged]],
    });
    expect(results(ada)).toEqual([expect.stringContaining('dmarc=fail'), forged]);
    expect(world.mail.headersOf(world.mail.inbox(ada)[0]!)).toContainEqual(['Message-ID', '<copied@mail.gmail.com>']);
  });

  it('reaches aliases and groups like any other', () => {
    const { world, ada } = company();
    world.directory.addAlias(ada, 'a.park@acme.example');
    world.mail.deliver({ from: 'eve@else.example', to: ['a.park@acme.example'], subject: 'Hello' });
    expect(world.mail.inbox(ada)).toHaveLength(1);
  });
});

describe('mail within the company', () => {
  it.each([
    [
      'present',
      ['mx.google.com; dkim=pass header.i=@acme.example; spf=pass smtp.mailfrom=roster@acme.example; dmarc=pass header.from=acme.example'],
    ],
    ['absent', []],
  ] as const)('with internalResults %s', (internalResults, expected) => {
    const { world, roster, ada, results } = company();
    world.mail.internalResults = internalResults;
    world.mail.send({ senderId: roster, from: 'roster@acme.example', to: ['ada@acme.example'], subject: 'One' });
    expect(results(ada)).toEqual(expected);
  });
});

describe('forwarding', () => {
  it('is a new mail of the person, which quotes the other', () => {
    const { world, roster, ada, ben } = company();
    world.mail.send({
      senderId: roster,
      from: 'roster@acme.example',
      name: 'Roster',
      to: ['ada@acme.example'],
      subject: 'One',
      body: 'text',
      htmlBody: '<p>text</p>',
    });
    const original = world.mail.inbox(ada)[0]!;
    world.mail.forward(ada, original.id, ['ben@acme.example']);
    const [forwarded] = world.mail.inbox(ben);
    expect(forwarded).toMatchObject({ from: 'ada@acme.example', senderId: ada, subject: 'Fwd: One', name: 'ada Park' });
    expect(forwarded!.messageIdHeader).not.toBe(original.messageIdHeader);
    expect(forwarded!.body).toMatch(/^-+ Forwarded message -+\nFrom: Roster <roster@acme.example>\n[\s\S]*\n\ntext$/);
    expect(forwarded!.htmlBody).toContain('From: Roster &lt;roster@acme.example&gt;<br>');
    expect(forwarded!.htmlBody).toContain('<p>text</p>');
    expect(() => world.mail.forward(ben, original.id, ['eve@else.example'])).toThrow('no message');
  });
});
